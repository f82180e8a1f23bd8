// Which articles match a query, and in what order (docs/search_ranking.md).

#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "search/feedback.h"
#include "search/index_reader.h"

namespace search {

// The script of a query; its constants are those that it needs.
enum class Writing : uint8_t { kAlphabet, kCjk };

// The articles of the page that `request` asks for. Totals up to 10,000 are
// exact.
Xapian::MSet find(const Xapian::Database& database, const Xapian::Query& query,
                  const SearchRequest& request, Writing writing);

// Beyond, totals may be lower bounds.
inline constexpr Xapian::doccount kCountedMatches = 10'000;

// In the same order.
std::vector<ScoredDocument> read_ranking(const Xapian::MSet& found);

struct Scoring {
  Writing writing = Writing::kAlphabet;
  Xapian::doccount counted = 0;  // matches, at least
};

// The best `count` articles by score alone, equals in any order.
Xapian::MSet find_best(const Xapian::Database& database,
                       const Xapian::Query& query, Xapian::doccount count,
                       const Scoring& scoring);

// Briefs shall not win by being short alone.
inline constexpr double kLeastLength = 0.5;  // of the average

// What one term adds to the scores that find() gives, to the last bit.
class Bm25 {
 public:
  Bm25(const Xapian::Database& database, const std::string& term,
       Writing writing);

  double score(uint32_t count, uint32_t length) const {
    const double relative = std::max(length * length_factor_, kLeastLength);
    const double enough =
        saturation_ * (relative * normalization_ + (1 - normalization_)) +
        count;
    return term_weight_ * (count / enough);
  }

  // In words: shorter articles score like those of this length.
  double least_length() const;

 private:
  double saturation_;
  double normalization_;
  double term_weight_ = 0;
  double length_factor_ = 0;  // 1 / average length
};

// The articles of `query`, ranked also by words that the best of them share.
Xapian::Query expand(const Xapian::Database& database,
                     const Xapian::Query& query, Writing writing);

}  // namespace search
