// What adds up to the score of an article.

#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "search/feedback.h"
#include "search/ranking.h"
#include "search/score_part.h"

namespace search {

// A part of a query that scores by itself, and what it is to the reader.
struct QueryPart {
  Xapian::Query query;
  ScorePart part;  // without score
};

struct ExplainedQuery {
  Xapian::Query ranked;
  Writing writing = Writing::kAlphabet;
  std::span<const QueryPart> parts;  // of `ranked`, those that are known
};

// Of each of `found` the parts of its score, most first, which add up to it.
// Each part is asked for once, of these documents alone.
std::vector<std::vector<ScorePart>> explain(
    const Xapian::Database& database, const ExplainedQuery& query,
    std::span<const ScoredDocument> found);

}  // namespace search
