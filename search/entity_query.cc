#include "search/entity_query.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "search/query_builder.h"
#include "search/schema.h"
#include "search/text_query.h"
#include "text/analysis.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace search {

namespace {

using Xapian::Query;

// An article that names the entity, beside what its words count: as much as a
// word that a quarter of all articles have.
constexpr double kNamingWeight = 1;
// Another name beside the one that was typed, if it has no more words. Words of
// other scripts are rarer and more of them make a name: above this, `Korea
// Zinc` ranks Chinese articles before English ones (docs/search_ranking.md).
constexpr double kOtherNameWeight = 0.2;
constexpr size_t kOtherNames = 6;
constexpr size_t kMaxNameTerms = 12;

// What an article with a name surely has.
using Terms = std::set<std::string>;

Terms terms_of(std::string_view name) {
  std::map<uint32_t, std::string> words;  // by position; a stem for its word
  Terms terms;
  for (const text::Term& term : text::analyze(name, "")) {
    switch (term.kind) {
      case text::TermKind::kPair:
        terms.insert(term.text);
        break;
      case text::TermKind::kWord:
        words.try_emplace(term.position, term.text);
        break;
      case text::TermKind::kStem:
        words[term.position] = std::string(kStemPrefix) + term.text;
        break;
      case text::TermKind::kCharacter:
        break;
    }
  }
  if (!terms.empty()) return terms;
  for (auto& [position, word] : words) terms.insert(std::move(word));
  return terms;
}

// `in` and `as` are words before they are names.
bool tells(std::string_view name) {
  return text::count_code_points(name) > 1 &&
         !text::is_stop_word(text::fold(name), "en");
}

struct OtherName {
  std::string_view name;
  Terms terms;
};

// Fewest words first, none that has all words of another: who has the longer
// one has the shorter one.
std::vector<OtherName> other_names(const EntityName& entity,
                                   std::string_view typed) {
  std::vector<OtherName> names;
  for (const std::string& name : entity.names) {
    if (!tells(name)) continue;
    Terms terms = terms_of(name);
    if (terms.empty() || terms.size() > kMaxNameTerms) continue;
    names.push_back({name, std::move(terms)});
  }
  std::ranges::stable_sort(
      names, {}, [](const OtherName& one) { return one.terms.size(); });
  const Terms known = terms_of(typed);
  std::vector<OtherName> kept;
  for (OtherName& one : names) {
    const auto has_all = [&](const Terms& fewer) {
      return std::ranges::includes(one.terms, fewer);
    };
    if (kept.size() == kOtherNames) break;
    if (has_all(known) ||
        std::ranges::any_of(kept, has_all, &OtherName::terms)) {
      continue;
    }
    kept.push_back(std::move(one));
  }
  return kept;
}

Query weigh(const Query& query, double weight) {
  return Query(Query::OP_SCALE_WEIGHT, query, weight);
}

// Filter terms have no weight of their own.
Query make_naming(const std::vector<std::string>& ids) {
  Xapian::FixedWeightPostingSource weight(kNamingWeight);
  return Query(Query::OP_AND, make_any_query(kEntityPrefix, ids),
               Query(&weight));
}

}  // namespace

EntityQuery make_entity_query(const EntityName& entity,
                              std::string_view typed) {
  EntityQuery made{.naming = make_naming(entity.ids)};
  const auto typed_terms = static_cast<double>(terms_of(typed).size());
  std::vector<Query> called;
  for (const OtherName& other : other_names(entity, typed)) {
    const double share =
        std::min(1.0, typed_terms / static_cast<double>(other.terms.size()));
    called.push_back(
        weigh(Query(Query::OP_AND, other.terms.begin(), other.terms.end()),
              kOtherNameWeight * share));
    auto phrase = make_text_query(other.name, {.language = "",
                                               .reading = Reading::kPhrase,
                                               .max_positions = kMaxNameTerms});
    std::ranges::move(phrase.patterns, std::back_inserter(made.patterns));
  }
  if (!called.empty()) {
    made.called = Query(Query::OP_FILTER,
                        Query(Query::OP_OR, called.begin(), called.end()),
                        make_any_query(kEntityPrefix, entity.ids));
  }
  return made;
}

Query or_entity(const Query& words, const EntityQuery& entity) {
  const Query named = words | entity.naming;
  if (entity.called.empty()) return named;
  return named | Query(Query::OP_AND_NOT, entity.called, words);
}

}  // namespace search
