#include "search/similar.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "search/ranking.h"
#include "search/schema.h"

namespace search {

namespace {

using Xapian::Query;

// More of them make it no more telling.
constexpr size_t kTerms = 30;
constexpr size_t kEntities = 20;

// What BM25 gives a word of this frequency, about.
double telling(const Xapian::Database& database, const std::string& term) {
  const double all = database.get_doccount();
  return std::log(all / database.get_termfreq(term));
}

struct Named {
  std::string term;
  double weight = 0;
};

// The rarest entities that an article names, but those that it alone names.
std::vector<Named> named_entities(const Xapian::Database& database,
                                  Xapian::docid document) {
  const std::string prefix(kEntityPrefix);
  std::vector<Named> named;
  auto term = database.termlist_begin(document);
  const auto end = database.termlist_end(document);
  for (term.skip_to(prefix); term != end && (*term).starts_with(prefix);
       ++term) {
    if (database.get_termfreq(*term) < 2) continue;
    named.push_back({*term, telling(database, *term)});
  }
  std::ranges::stable_sort(named, std::ranges::greater(), &Named::weight);
  named.resize(std::min(named.size(), kEntities));
  return named;
}

// Filter terms have no weight of their own.
Query make_weighted(const Named& named) {
  Xapian::FixedWeightPostingSource weight(named.weight);
  return Query(Query::OP_AND, Query(named.term), Query(&weight));
}

struct SimilarQuery {
  Query query;  // empty if there is nothing telling in the article
  Writing writing = Writing::kAlphabet;
};

// Finds the article, too.
SimilarQuery make_similar_query(const Xapian::Database& database,
                                Xapian::docid document) {
  const ScoredDocument itself{document, 1};
  std::vector<Query> parts;
  size_t characters = 0;
  auto terms = choose_feedback(database, {&itself, 1});
  terms.resize(std::min(terms.size(), kTerms));
  for (const FeedbackTerm& term : terms) {
    parts.emplace_back(Query::OP_SCALE_WEIGHT, Query(term.term), term.weight);
    if (!term.term.starts_with(kStemPrefix)) ++characters;
  }
  const bool is_cjk = 2 * characters > parts.size();
  for (const Named& named : named_entities(database, document)) {
    parts.push_back(make_weighted(named));
  }
  return {.query = Query(Query::OP_OR, parts.begin(), parts.end()),
          .writing = is_cjk ? Writing::kCjk : Writing::kAlphabet};
}

}  // namespace

std::vector<ScoredDocument> find_similar(const Xapian::Database& database,
                                         const Columns& columns,
                                         const DeletedDocuments& deleted,
                                         const SimilarTo& wanted) {
  const auto [query, writing] = make_similar_query(database, wanted.document);
  if (query.empty()) return {};
  // Reprints take places that they leave again.
  const SearchRequest request{.limit = 4 * wanted.limit + 50};
  const auto ranked = read_ranking(
      find(database, deleted.exclude_from(query), request, writing));
  std::set<uint32_t> stories = {columns.stories[wanted.document]};
  std::vector<ScoredDocument> similar;
  for (const ScoredDocument& found : ranked) {
    if (similar.size() == wanted.limit) break;
    if (stories.insert(columns.stories[found.document]).second) {
      similar.push_back(found);
    }
  }
  return similar;
}

std::vector<std::string> shared_entities(const Xapian::Database& database,
                                         const Columns& columns,
                                         Xapian::docid one,
                                         Xapian::docid other) {
  std::vector<ValueNumber> shared;
  std::ranges::set_intersection(columns.entities.of(one),
                                columns.entities.of(other),
                                std::back_inserter(shared));
  std::vector<std::pair<Xapian::doccount, std::string>> named;
  for (const ValueNumber entity : shared) {
    const std::string& term = columns.entities.terms[entity];
    named.emplace_back(database.get_termfreq(term),
                       term.substr(kEntityPrefix.size()));
  }
  std::ranges::sort(named);
  std::vector<std::string> ids;
  for (auto& [frequency, id] : named) {
    if (ids.size() < kSharedShown) ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace search
