#include "search/ranking.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "search/feedback.h"
#include "search/schema.h"

namespace search {

namespace {

// A name of CJK characters counts as often as it has pairs.
double saturation_of(Writing writing) {
  return writing == Writing::kCjk ? 0.75 : 1.2;
}

double normalization_of(Writing writing) {
  return writing == Writing::kCjk ? 0.75 : 0.5;
}

Xapian::BM25Weight make_weighting(Writing writing) {
  return {saturation_of(writing), 0, 1, normalization_of(writing),
          kLeastLength};
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
  return enquire.get_mset(request.offset, request.limit, kCountedMatches);
}

std::vector<ScoredDocument> read_ranking(const Xapian::MSet& found) {
  std::vector<ScoredDocument> ranked;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    ranked.push_back({*hit, hit.get_weight()});
  }
  return ranked;
}

Xapian::MSet find_best(const Xapian::Database& database,
                       const Xapian::Query& query, Xapian::doccount count,
                       const Scoring& scoring) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(make_weighting(scoring.writing));
  enquire.set_query(query);
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  return enquire.get_mset(0, count, scoring.counted);
}

Bm25::Bm25(const Xapian::Database& database, const std::string& term,
           Writing writing)
    : saturation_(saturation_of(writing)),
      normalization_(normalization_of(writing)) {
  const double articles = database.get_termfreq(term);
  const double idf =
      (database.get_doccount() - articles + 0.5) / (articles + 0.5);
  term_weight_ = std::log(idf < 2 ? idf * 0.5 + 1 : idf) * (saturation_ + 1);
  const double length = database.get_avlength();
  length_factor_ = length == 0 ? 0 : 1 / length;
}

double Bm25::least_length() const {
  return length_factor_ == 0 ? 0 : kLeastLength / length_factor_;
}

Xapian::Query expand(const Xapian::Database& database,
                     const Xapian::Query& query, Writing writing) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(make_weighting(writing));
  enquire.set_query(query);
  enquire.set_sort_by_relevance_then_value(kOrderSlot, true);
  const auto best = read_ranking(enquire.get_mset(0, kFeedbackDocuments));
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
