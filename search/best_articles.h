// The best articles for a query, found without looking at all that match where
// the champions of its words tell them (champions.h). The answer is always what
// looking at all of them gives.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "search/champions.h"
#include "search/database_pool.h"
#include "search/deleted_documents.h"
#include "search/feedback.h"
#include "search/index_reader.h"
#include "search/ranking.h"

namespace search {

struct RankedPage {
  std::vector<ScoredDocument> page;
  uint64_t total = 0;  // a lower bound unless it is exact
  bool total_is_exact = true;
};

// Safe for any number of threads.
class BestArticles {
 public:
  // `deleted` are of `segments`, and outlive this. Throws StorageError.
  BestArticles(const std::vector<Segment>& segments,
               const DeletedDocuments& deleted);

  // The page of `query` that `request` asks for, by relevance; `query` leaves
  // out what is deleted.
  RankedPage find(const Handles& handles, const Xapian::Query& query,
                  const SearchRequest& request, Writing writing) const;

 private:
  // Articles that can be the best for one word, with their scores.
  struct Candidates {
    std::vector<ScoredDocument> scored;  // of all segments opened as one
    size_t ranks = 0;  // how many of the best are surely among them
  };

  // Nothing if champions don't tell them.
  std::optional<Candidates> candidates(const Handles& handles,
                                       const std::string& term,
                                       Writing writing) const;
  std::optional<RankedPage> find_one(const Handles& handles,
                                     const std::string& term,
                                     const SearchRequest& request,
                                     Writing writing) const;
  RankedPage find_any(const Handles& handles, const Xapian::Query& query,
                      const std::vector<std::string>& words,
                      const SearchRequest& request, Writing writing) const;
  double least_score(const Handles& handles,
                     const std::vector<std::string>& words,
                     const SearchRequest& request, Writing writing) const;
  std::vector<std::string> words_of(const Xapian::Query& query) const;

  std::vector<ChampionFile> champions_;  // by segment
  const DeletedDocuments& deleted_;
};

}  // namespace search
