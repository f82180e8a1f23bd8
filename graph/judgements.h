// What curators say of entities and evidence (docs/ledger.md).
//
// Plain values: generation/ledger.h keeps them, graph/identity.h applies them.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/article_id.h"
#include "text/entity.h"
#include "text/timestamp.h"

namespace graph {

enum class JudgementAction : uint8_t {
  kSame,       // `entity` is `other`, whose id and name stay
  kDifferent,  // `entity` is not `other`, everywhere or in some articles
  kRename,     // `entity` is called `name`
  kRetype,     // `entity` is a `type`
  kHide,       // `entity` is nothing to show
  kReject,     // `evidence` does not say what was read in it
};
inline constexpr int kJudgementActionCount = 6;

std::string_view to_string(JudgementAction action);  // `same`
std::optional<JudgementAction> parse_judgement_action(std::string_view name);

// A relation read in one sentence. Wherever the same words are read as the
// same relation of the same two entities, it is the same misreading: the
// article only tells where a curator met it.
struct RejectedEvidence {
  text::RelationType relation{};
  std::string source;  // entity ids
  std::string target;
  text::ArticleId article{};
  std::string sentence;

  bool operator==(const RejectedEvidence&) const = default;
};

struct Judgement {
  std::string id;  // `j12`: given by the ledger, never given again
  text::Timestamp at{};
  std::string by;
  JudgementAction action{};
  std::string entity = {};  // entity id; empty for kReject
  std::string other = {};   // entity id: kSame, kDifferent
  std::string name = {};    // kRename; of `other`: kDifferent in some articles
  std::optional<text::EntityType> type = {};  // kRetype
  // kDifferent: what is read as `entity` in these articles, and in those that
  // name one of `beside`, is `other`. Both empty: the two are never one.
  std::vector<text::ArticleId> articles = {};
  std::vector<std::string> beside = {};           // entity ids
  std::optional<RejectedEvidence> evidence = {};  // kReject
  std::string note = {};

  bool operator==(const Judgement&) const = default;
};

struct Undo {
  text::Timestamp at{};
  std::string by;
  std::string note = {};

  bool operator==(const Undo&) const = default;
};

struct LedgerEntry {
  Judgement judgement;
  std::optional<Undo> undone = {};

  bool operator==(const LedgerEntry&) const = default;
};

// Throws text::BadRequest, naming the field, for a judgement that lacks what
// its action needs, names no entity id, or has fields that are too long.
void check(const Judgement& judgement);
inline constexpr size_t kMaxJudgedArticles = 1000;

// True where it tells articles in which `entity` is `other`.
bool is_split(const Judgement& judgement);

// True where one of these entity ids is what it judges.
bool concerns(const Judgement& judgement, std::span<const std::string> ids);

// The judgements of a ledger that are not undone, in its order.
std::vector<Judgement> standing(std::span<const LedgerEntry> entries);

// The same for equal judgements, in every build.
uint64_t fingerprint(const Judgement& judgement);

}  // namespace graph
