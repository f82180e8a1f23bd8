#include "search/ranking.h"

#include <string>
#include <vector>

#include "search/feedback.h"
#include "search/schema.h"

namespace search {

namespace {

// Totals up to this are exact; beyond, Xapian may stop looking.
constexpr Xapian::doccount kCheckAtLeast = 10'000;

// Briefs shall not win by being short alone.
Xapian::BM25Weight make_weighting(Writing writing) {
  constexpr double kSaturation = 1.2;
  // A name of CJK characters counts as often as it has pairs.
  constexpr double kCjkSaturation = 0.75;
  constexpr double kLengthNormalization = 0.5;
  constexpr double kCjkLengthNormalization = 0.75;
  constexpr double kLeastLength = 0.5;
  if (writing == Writing::kCjk) {
    return {kCjkSaturation, 0, 1, kCjkLengthNormalization, kLeastLength};
  }
  return {kSaturation, 0, 1, kLengthNormalization, kLeastLength};
}

// Sorts undated articles behind all others, oldest first.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string order = document.get_value(kOrderSlot);
    return is_dated(order) ? order : "\xff" + order;
  }
};

// Of the most telling word of the best articles, beside words of the query.
constexpr double kFeedbackWeight = 0.5;

}  // namespace

Xapian::MSet find(const Xapian::Database& database, const Xapian::Query& query,
                  const SearchRequest& request, Writing writing) {
  OldestFirst oldest_first;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(make_weighting(writing));
  enquire.set_query(query);
  switch (request.sort) {
    case Sort::kRelevance:
      enquire.set_sort_by_relevance_then_value(kOrderSlot, true);
      break;
    case Sort::kNewest:
      enquire.set_sort_by_value(kOrderSlot, true);
      break;
    case Sort::kOldest:
      enquire.set_sort_by_key(&oldest_first, false);
      break;
  }
  return enquire.get_mset(request.offset, request.limit, kCheckAtLeast);
}

Xapian::Query expand(const Xapian::Database& database,
                     const Xapian::Query& query, Writing writing) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(make_weighting(writing));
  enquire.set_query(query);
  enquire.set_sort_by_relevance_then_value(kOrderSlot, true);
  const Xapian::MSet found = enquire.get_mset(0, kFeedbackDocuments);
  std::vector<ScoredDocument> best;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    best.push_back({*hit, hit.get_weight()});
  }
  std::vector<Xapian::Query> told;
  for (const FeedbackTerm& term : choose_feedback(database, best)) {
    told.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.term),
                      kFeedbackWeight * term.weight);
  }
  if (told.empty()) return query;
  return Xapian::Query(
      Xapian::Query::OP_AND_MAYBE, query,
      Xapian::Query(Xapian::Query::OP_OR, told.begin(), told.end()));
}

}  // namespace search
