// What words find in one segment, and how the best of it scores: the articles
// and, to the last bit, the scores that Xapian gives.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/database_pool.h"
#include "search/deleted_documents.h"
#include "search/feedback.h"
#include "search/frequent_terms.h"
#include "search/posting_list.h"
#include "search/ranking.h"
#include "search/score_sum.h"
#include "search/word_query.h"

namespace search {

// One segment of several that are opened as one database.
struct SegmentPlace {
  const Xapian::Database& database;
  const FrequentTerms& frequent;
  size_t number = 0;
  size_t segments = 1;

  Xapian::docid in_all(Xapian::docid document) const {
    return docid_in_all(document, number, segments);
  }
};

struct BestWanted {
  size_t count = 0;
  double least_score = 0;  // articles below it may be left out
};

struct BestMatches {
  std::vector<ScoredDocument> best;  // in any order; of all segments
  uint64_t matches = 0;  // of words that must all match; else not counted
};

// Made for one query. Borrows all that it is made of.
class WordMatcher {
 public:
  // `scoring` by term.
  WordMatcher(const SegmentPlace& place, const WordQuery& query,
              std::span<const Bm25> scoring, const DeletedDocuments& deleted);

  // False if scores can't be added up as Xapian does.
  bool can_score() const { return sum_.has_value(); }

  // Articles of one word among which are the best for it.
  struct Champions {
    std::vector<ScoredDocument> scored;  // of all segments, not deleted
    size_t ranks = 0;  // how many of the best are surely among them
  };
  Champions champions_of(size_t word) const;

  // Equals are the newest. Needs can_score().
  BestMatches find_best(const BestWanted& wanted) const;

  // All that match, ascending; of all segments.
  std::vector<Xapian::docid> find_all() const;

  // How many articles with the word are not deleted.
  uint64_t count(size_t word) const;

  // How many articles with any of the words are not deleted.
  uint64_t count_any() const;

 private:
  struct Word {
    PostingList champions;  // or all, if there are fewer than kFrequent
    PostingList all;
    bool is_frequent = false;
    double most = 0;  // no article scores more for it
  };
  class AnyMatch;

  Word open(const std::string& term);
  double most_score(const Word& word, const Bm25& scoring) const;
  bool is_deleted(Xapian::docid document) const {
    return !deleted_.empty() && deleted_.contains(place_.in_all(document));
  }
  BestMatches find_best_of_all(const BestWanted& wanted) const;
  template <typename Use>
  void each_of_all(Use use) const;
  std::vector<uint64_t> mark_any() const;
  std::vector<Xapian::docid> deleted_here() const;

  SegmentPlace place_;
  const WordQuery& query_;
  std::span<const Bm25> scoring_;
  const DeletedDocuments& deleted_;
  // Lists of words that are not frequent.
  std::vector<std::unique_ptr<const std::string>> rare_;
  std::vector<Word> words_;
  std::optional<ScoreSum> sum_;
};

}  // namespace search
