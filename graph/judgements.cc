#include "graph/judgements.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "graph/encoding.h"
#include "text/error.h"
#include "text/utf8.h"

namespace graph {
namespace {

using std::string_view_literals::operator""sv;

constexpr size_t kMaxNameBytes = 300;
constexpr size_t kMaxIdBytes = 500;
constexpr size_t kMaxNoteBytes = 2000;
constexpr size_t kMaxSentenceBytes = 20000;
constexpr size_t kMaxBeside = 20;

constexpr std::array kActions = {
    "same"sv, "different"sv, "rename"sv, "retype"sv, "hide"sv, "reject"sv,
};
static_assert(kActions.size() == kJudgementActionCount);

[[noreturn]] void refuse(std::string_view field, std::string_view why) {
  throw text::BadRequest(std::string(field) + ": " + std::string(why));
}

bool has_control_characters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
}

void check_words(std::string_view field, std::string_view words, size_t most) {
  if (words.find_first_not_of(' ') == words.npos) refuse(field, "is missing");
  if (words.size() > most) {
    refuse(field, "is longer than " + std::to_string(most) + " bytes");
  }
  if (has_control_characters(words)) refuse(field, "has control characters");
}

void check_id(std::string_view field, std::string_view id) {
  check_words(field, id, kMaxIdBytes);
  if (text::type_of_entity_id(id)) return;
  refuse(field, "`" + std::string(id) + "` is not an entity id");
}

void check_pair(const Judgement& judgement) {
  check_id("entity", judgement.entity);
  check_id("other", judgement.other);
  if (judgement.entity == judgement.other) {
    refuse("other", "is the entity itself");
  }
}

void check_split(const Judgement& judgement) {
  if (judgement.articles.size() > kMaxJudgedArticles) {
    refuse("articles", "has more than " + std::to_string(kMaxJudgedArticles));
  }
  if (judgement.beside.size() > kMaxBeside) {
    refuse("beside", "has more than " + std::to_string(kMaxBeside));
  }
  for (const std::string& id : judgement.beside) check_id("beside", id);
  if (!judgement.name.empty()) {
    check_words("name", judgement.name, kMaxNameBytes);
  }
}

void check_evidence(const std::optional<RejectedEvidence>& evidence) {
  if (!evidence) refuse("evidence", "is missing");
  check_id("evidence.source", evidence->source);
  check_id("evidence.target", evidence->target);
  if (evidence->sentence.empty()) refuse("evidence.sentence", "is missing");
  if (evidence->sentence.size() > kMaxSentenceBytes) {
    refuse("evidence.sentence", "is too long");
  }
}

void append_evidence(const RejectedEvidence& evidence, Encoder& out) {
  out.u8(static_cast<uint8_t>(evidence.relation));
  out.string(evidence.source).string(evidence.target);
  out.id(evidence.article).string(evidence.sentence);
}

}  // namespace

std::string_view to_string(JudgementAction action) {
  return kActions.at(static_cast<size_t>(action));
}

std::optional<JudgementAction> parse_judgement_action(std::string_view name) {
  const auto found = std::ranges::find(kActions, name);
  if (found == kActions.end()) return std::nullopt;
  return static_cast<JudgementAction>(found - kActions.begin());
}

void check(const Judgement& judgement) {
  check_words("by", judgement.by, kMaxNameBytes);
  if (judgement.note.size() > kMaxNoteBytes) refuse("note", "is too long");
  switch (judgement.action) {
    case JudgementAction::kSame:
      return check_pair(judgement);
    case JudgementAction::kDifferent:
      check_pair(judgement);
      return check_split(judgement);
    case JudgementAction::kRename:
      check_id("entity", judgement.entity);
      return check_words("name", judgement.name, kMaxNameBytes);
    case JudgementAction::kRetype:
      check_id("entity", judgement.entity);
      if (!judgement.type) refuse("type", "is missing");
      return;
    case JudgementAction::kHide:
      return check_id("entity", judgement.entity);
    case JudgementAction::kReject:
      return check_evidence(judgement.evidence);
  }
}

bool is_split(const Judgement& judgement) {
  return judgement.action == JudgementAction::kDifferent &&
         (!judgement.articles.empty() || !judgement.beside.empty());
}

bool concerns(const Judgement& judgement, std::span<const std::string> ids) {
  const auto is_one = [&](const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
  };
  return is_one(judgement.entity) || is_one(judgement.other) ||
         (judgement.evidence && (is_one(judgement.evidence->source) ||
                                 is_one(judgement.evidence->target)));
}

std::vector<Judgement> standing(std::span<const LedgerEntry> entries) {
  std::vector<Judgement> judgements;
  for (const LedgerEntry& entry : entries) {
    if (!entry.undone) judgements.push_back(entry.judgement);
  }
  return judgements;
}

uint64_t fingerprint(const Judgement& judgement) {
  Encoder out;
  out.string(judgement.id).u64(static_cast<uint64_t>(judgement.at));
  out.string(judgement.by).u8(static_cast<uint8_t>(judgement.action));
  out.string(judgement.entity).string(judgement.other).string(judgement.name);
  out.u8(judgement.type ? static_cast<uint8_t>(*judgement.type) + 1 : 0);
  out.varint(judgement.articles.size());
  for (const text::ArticleId id : judgement.articles) out.id(id);
  out.varint(judgement.beside.size());
  for (const std::string& id : judgement.beside) out.string(id);
  if (judgement.evidence) append_evidence(*judgement.evidence, out);
  out.string(judgement.note);
  return XXH3_64bits(out.bytes().data(), out.bytes().size());
}

}  // namespace graph
