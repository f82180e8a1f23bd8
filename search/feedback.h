// Words that the best articles of a query share, to look for beside its own
// (pseudo-relevance feedback).

#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <vector>

namespace search {

struct FeedbackTerm {
  std::string term;   // of the index: a stem, or two and more CJK characters
  double weight = 0;  // 0..1, of the most telling one 1
};

// An article that answers a query, and how well.
struct ScoredDocument {
  Xapian::docid document = 0;
  double score = 0;
};

// How many of the best articles it reads.
inline constexpr Xapian::doccount kFeedbackDocuments = 16;

// The stems, and the pairs and words of Chinese and Japanese characters, which
// have none, that tell `best` from all other articles, the most telling first,
// equals by term: divergence from randomness with Bose-Einstein statistics
// (Bo1; Amati 2003), each article counting by the cube of its score and the
// less the longer it is (docs/search_ranking.md). A term of one of them alone,
// or of every fifth article, tells nothing, nor do Hiragana.
std::vector<FeedbackTerm> choose_feedback(const Xapian::Database& database,
                                          std::span<const ScoredDocument> best);

}  // namespace search
