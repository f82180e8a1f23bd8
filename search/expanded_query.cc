#include "search/expanded_query.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "search/query_parser.h"
#include "search/query_suffix.h"
#include "search/schema.h"
#include "search/typing_form.h"
#include "text/analysis.h"
#include "text/utf8.h"

namespace search {

namespace {

using Xapian::Query;

// A word with a mistake counts so much of one without, one with two of this.
constexpr double kMistakeWeight = 0.5;

std::string_view field_prefix(const QueryNode& node) {
  return node.field == Field::kTitle ? kTitlePrefix : std::string_view();
}

// The folded word if `text` is one of an alphabet.
std::optional<std::string> only_word(std::string_view text,
                                     std::string_view language) {
  std::optional<std::string> word;
  for (const text::Term& term : text::analyze(text, language)) {
    if (term.kind == text::TermKind::kStem) continue;
    if (word || term.kind != text::TermKind::kWord) return std::nullopt;
    word = term.text;
  }
  if (word && is_cjk(text::code_point_at(*word, 0).value)) return std::nullopt;
  return word;
}

// The letters by which words may differ from that of a kFuzzy node.
uint32_t mistakes_of(const QueryNode& node) {
  if (node.mistakes > 0) return node.mistakes;
  return std::max(mistakes_allowed(text::count_code_points(node.text)), 1U);
}

Query any_of(const std::vector<std::string>& terms) {
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(all));
}

std::vector<std::string> terms_of(std::string_view field,
                                  const KnownWords& words) {
  std::vector<std::string> terms;
  for (const KnownWord& known : words.words) {
    terms.push_back(std::string(field).append(known.word));
  }
  return terms;
}

// The very words of a text, one after the other.
std::optional<Places> places_of_text(const QueryNode& node,
                                     std::string_view language) {
  const TextQuery text =
      make_text_query(node.text, {.language = language,
                                  .reading = Reading::kPhrase,
                                  .title_only = false,
                                  .max_positions = kMaxNear});
  if (text.patterns.empty()) return std::nullopt;
  Places places;
  for (const std::string& term : text.patterns.front().terms) {
    places.push_back({std::string(field_prefix(node)).append(term)});
  }
  return places;
}

std::optional<Places> places_of_word(const QueryNode& node,
                                     std::string_view language,
                                     Vocabulary& vocabulary) {
  const auto word = only_word(node.text, language);
  if (!word) return places_of_text(node, language);
  const std::string_view field = field_prefix(node);
  return Places{terms_of(field, vocabulary.find_forms(field, *word, language))};
}

std::optional<Places> places_of_any(const QueryNode& node,
                                    std::string_view language,
                                    Vocabulary& vocabulary) {
  Places places(1);
  for (const QueryNode& child : node.children) {
    auto found = find_places(child, language, vocabulary);
    if (!found || found->size() != 1) return std::nullopt;
    append(places.front(), std::move(found->front()));
  }
  return places;
}

}  // namespace

std::string written_with_sign(const QueryNode& node) {
  return node.kind == NodeKind::kPrefix
             ? node.text + "*"
             : node.text + "~" + std::to_string(mistakes_of(node));
}

std::string describe(const QueryNode& node, const KnownWords& known) {
  constexpr size_t kShown = 5;
  std::string note = written_with_sign(node);
  const size_t shown = std::min(kShown, known.words.size());
  note += shown == 0 ? ": no word is like it" : " stands for ";
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) note += ", ";
    note += known.words[i].word;
  }
  if (known.words.size() > shown) {
    note +=
        " and " + std::to_string(known.words.size() - shown) + " more words";
  }
  return known.is_all ? note : note + "; others were left out";
}

std::optional<KnownWords> find_words(const QueryNode& node,
                                     std::string_view language,
                                     Vocabulary& vocabulary) {
  const auto word = only_word(node.text, language);
  if (!word) return std::nullopt;
  const size_t letters = text::count_code_points(*word);
  const std::string_view field = field_prefix(node);
  if (node.kind == NodeKind::kPrefix) {
    if (letters < kMinPrefixLetters) return std::nullopt;
    return vocabulary.find_beginning(field, *word);
  }
  if (letters < kMinFuzzyLetters) return std::nullopt;
  return vocabulary.find_alike(field, *word, mistakes_of(node));
}

TextQuery make_expanded_query(const QueryNode& node, const KnownWords& words) {
  const bool title_only = node.field == Field::kTitle;
  std::vector<std::string> all;
  std::vector<Query> alike;
  double weight = 1;
  for (uint32_t mistakes = 0; mistakes <= kMaxMistakes; ++mistakes) {
    std::vector<std::string> terms;
    for (const KnownWord& known : words.words) {
      if (known.mistakes != mistakes) continue;
      terms.push_back(std::string(field_prefix(node)).append(known.word));
      all.push_back(known.word);
    }
    if (!terms.empty()) {
      alike.push_back(scale_weight(
          Query(Query::OP_SYNONYM, terms.begin(), terms.end()), weight));
    }
    weight *= kMistakeWeight;
  }
  TextQuery result;
  result.positions = 1;
  result.query =
      scale_weight(Query(Query::OP_OR, alike.begin(), alike.end()), node.boost);
  if (all.empty()) return result;
  result.patterns.push_back(
      {.terms = std::move(all), .is_any = true, .title_only = title_only});
  result.parts.push_back(
      {.query = result.query,
       .part = {.kind = node.kind == NodeKind::kPrefix ? PartKind::kPrefix
                                                       : PartKind::kFuzzy,
                .text = node.text,
                .title_only = title_only}});
  return result;
}

std::optional<Places> find_places(const QueryNode& node,
                                  std::string_view language,
                                  Vocabulary& vocabulary) {
  if (node.field != Field::kAnywhere && node.field != Field::kTitle) {
    return std::nullopt;
  }
  switch (node.kind) {
    case NodeKind::kWord:
      return places_of_word(node, language, vocabulary);
    case NodeKind::kPhrase:
      return places_of_text(node, language);
    case NodeKind::kOr:
      return places_of_any(node, language, vocabulary);
    case NodeKind::kPrefix:
    case NodeKind::kFuzzy:
      if (const auto words = find_words(node, language, vocabulary)) {
        return Places{terms_of(field_prefix(node), *words)};
      }
      return places_of_word(node, language, vocabulary);
    default:
      return std::nullopt;
  }
}

Places places_of_phrases(const TextQuery& text, std::string_view field) {
  Places places;
  for (const MatchPattern& pattern : text.patterns) {
    if (pattern.is_stem || pattern.is_any || pattern.terms.size() < 2) continue;
    for (const std::string& term : pattern.terms) {
      places.push_back({std::string(field).append(term)});
    }
  }
  return places;
}

QueryNode telling_words(const QueryNode& node, std::string_view language) {
  QueryNode words{.kind = NodeKind::kAnd, .field = node.field};
  std::set<std::string> seen;
  for (const text::Term& term : text::analyze(node.text, language)) {
    if (term.kind != text::TermKind::kWord ||
        text::is_stop_word(term.text, language) ||
        !seen.insert(term.text).second) {
      continue;
    }
    words.children.push_back({.kind = NodeKind::kWord,
                              .field = node.field,
                              .text = term.text,
                              .boost = node.boost});
  }
  return words;
}

Query make_near_query(const Places& one, const Places& other,
                      uint32_t distance) {
  std::vector<Query> words;
  for (const Places* places : {&one, &other}) {
    for (const auto& terms : *places) {
      if (terms.empty()) return {};
      words.push_back(any_of(terms));
    }
  }
  const size_t window = words.size() - 1 + distance;
  return Query(Query::OP_NEAR, words.begin(), words.end(),
               static_cast<Xapian::termcount>(window));
}

}  // namespace search
