#include "graph/question_names.h"

#include <algorithm>
#include <set>

#include "text/analysis.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace graph {
namespace {

constexpr size_t kCandidates = 16;
constexpr size_t kLongNames = 64;  // read for a name that is not exact
constexpr size_t kMaxSimilar = 3;

// Bytes in which a name may differ and still be the one that was meant.
size_t tolerance(std::string_view folded) { return folded.size() / 5; }

// The number of characters inserted, deleted, replaced or exchanged with their
// neighbour (optimal string alignment), by bytes; `limit` + 1 where it is more.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) {
    return limit + 1;
  }
  std::vector<std::vector<size_t>> d(a.size() + 1,
                                     std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

// A letter, or a word like `as`, is a word of the question before it is a
// symbol of something.
bool may_be_name(std::string_view name) {
  return name.size() > 1 && !text::is_stop_word(text::fold(name), "en");
}

bool is_known(const NamedEntity& named) {
  return named.match == NameMatch::kExact || named.match == NameMatch::kAlias;
}

bool has_type(const NamedEntity& named, std::optional<text::EntityType> type) {
  return !type || named.entity.type == *type;
}

std::string join(const Phrase& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty() && word != "'s") joined += ' ';
    joined += word;
  }
  return joined;
}

bool has_word(std::string_view name, const Phrase& word) {
  const Phrase words = split_phrase(name);
  return !std::ranges::search(words, word).empty();
}

}  // namespace

const ResolvedName& QuestionNames::resolve(
    std::string_view name, std::optional<text::EntityType> type) {
  const auto [known, is_new] =
      known_.try_emplace({std::string(name), type}, ResolvedName{});
  if (is_new) known->second = look_up(name, type);
  return known->second;
}

ResolvedName QuestionNames::look_up(
    std::string_view name, std::optional<text::EntityType> type) const {
  ResolvedName resolved;
  name = without_article(name);
  if (!may_be_name(name)) return resolved;
  for (auto& named : graph_.resolve(name, kCandidates)) {
    if (!is_known(named) || !has_type(named, type)) continue;
    resolved.candidates.push_back(std::move(named));
  }
  if (!resolved.candidates.empty()) {
    resolved.grade = NameGrade::kKnown;
    return resolved;
  }
  for (auto& named : described(name)) {
    if (has_type(named, type)) resolved.candidates.push_back(std::move(named));
  }
  if (!resolved.candidates.empty()) resolved.grade = NameGrade::kDescribed;
  return resolved;
}

std::string_view QuestionNames::without_article(std::string_view name) const {
  const size_t space = name.find(' ');
  if (space == name.npos) return name;
  if (!language_.is_article(text::fold_name(name.substr(0, space)))) {
    return name;
  }
  return name.substr(space + 1);
}

std::vector<NamedEntity> QuestionNames::described(std::string_view name) const {
  auto candidates = with_kind_added(name);
  if (candidates.empty()) candidates = with_goods_left_out(name);
  if (candidates.empty()) candidates = with_spaces_aside(name);
  return candidates;
}

// `트레일제련소` for `트레일 제련소`.
std::vector<NamedEntity> QuestionNames::with_spaces_aside(
    std::string_view name) const {
  const Phrase asked = split_phrase(name);
  const std::string folded = text::fold_name(name);
  if (asked.size() < 2 || asked[0].size() == 1) return {};
  const std::string beginning = asked[0] + asked[1];
  if (!folded.starts_with(beginning)) return {};
  std::vector<NamedEntity> candidates;
  for (auto& named : graph_.suggest(beginning, kLongNames)) {
    if (split_phrase(named.matched) != asked) continue;
    candidates.push_back(std::move(named));
  }
  return candidates;
}

// `Onsan` for `Onsan smelter`.
std::vector<NamedEntity> QuestionNames::with_kind_added(
    std::string_view name) const {
  const Phrase asked = split_phrase(name);
  std::vector<NamedEntity> candidates;
  for (auto& named : graph_.resolve(name, kLongNames)) {
    if (named.match != NameMatch::kPrefix) continue;
    const Phrase words = split_phrase(named.matched);
    const bool is_kind_added =
        words.size() > asked.size() &&
        std::ranges::equal(asked, std::span(words).first(asked.size())) &&
        std::ranges::all_of(
            std::span(words).subspan(asked.size()),
            [&](const auto& word) { return language_.is_kind_word(word); });
    if (is_kind_added) candidates.push_back(std::move(named));
  }
  return candidates;
}

// `Onsan zinc smelter` for `Onsan smelter`.
std::vector<NamedEntity> QuestionNames::with_goods_left_out(
    std::string_view name) const {
  Phrase words = split_phrase(name);
  if (words.size() < 3 || !language_.is_kind_word(words.back())) return {};
  const auto is_commodity = [&](const std::string& word) {
    const auto named = graph_.resolve(word, kCandidates);
    return std::ranges::any_of(named, [](const NamedEntity& one) {
      return is_known(one) && one.entity.type == text::EntityType::kCommodity;
    });
  };
  bool left_out = false;
  while (words.size() > 2 && is_commodity(words[words.size() - 2])) {
    words.erase(words.end() - 2);
    left_out = true;
  }
  if (!left_out) return {};
  auto candidates = graph_.resolve(join(words), kCandidates);
  std::erase_if(candidates, [](const auto& named) { return !is_known(named); });
  return candidates;
}

std::vector<std::string> QuestionNames::similar(
    std::string_view name, std::optional<text::EntityType> type) const {
  name = without_article(name);
  const std::string folded = text::fold_name(name);
  const size_t limit = tolerance(folded);
  if (limit == 0) return {};
  std::set<std::pair<size_t, std::string>> found;
  Phrase beginnings = split_phrase(name);
  for (const size_t length : {1u, 2u, 3u}) {
    beginnings.emplace_back(text::cut_utf8(folded, length));
  }
  for (const std::string& beginning : beginnings) {
    for (const NamedEntity& named : graph_.suggest(beginning, kLongNames)) {
      if (!has_type(named, type)) continue;
      const size_t distance =
          edit_distance(folded, text::fold_name(named.matched), limit);
      if (distance <= limit) found.emplace(distance, named.matched);
    }
  }
  std::vector<std::string> names;
  for (const auto& [distance, similar_name] : found) {
    if (names.size() == kMaxSimilar) break;
    if (std::ranges::find(names, similar_name) == names.end()) {
      names.push_back(similar_name);
    }
  }
  return names;
}

bool QuestionNames::has_question_words(std::string_view name) const {
  return std::ranges::any_of(split_phrase(without_article(name)),
                             [&](const std::string& word) {
                               return text::is_stop_word(word, "en") &&
                                      !language_.is_inside_names(word);
                             });
}

bool is_measured(const EntitySummary& entity, const AskedMeasure& measure) {
  return measure.types.empty() ||
         std::ranges::find(measure.types, entity.type) != measure.types.end();
}

bool is_of_kind(const EntitySummary& entity, const AskedKind& kind,
                const GraphReader& graph) {
  if (std::ranges::find(kind.types, entity.type) == kind.types.end()) {
    return false;
  }
  if (kind.words.empty()) return true;
  const auto names_it = [&](std::string_view name) {
    return std::ranges::any_of(kind.words, [&](const std::string& word) {
      return has_word(name, split_phrase(word));
    });
  };
  if (names_it(entity.name)) return true;
  const auto detail = graph.entity(entity.id);
  return detail && std::ranges::any_of(detail->aliases, names_it);
}

}  // namespace graph
