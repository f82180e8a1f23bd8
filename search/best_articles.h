// The best articles for a query, found without looking at all that match where
// it asks for words (word_matching.h). The answer is always what looking at all
// of them gives.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "search/database_pool.h"
#include "search/deleted_documents.h"
#include "search/feedback.h"
#include "search/frequent_terms.h"
#include "search/index_reader.h"
#include "search/ranking.h"
#include "search/word_matching.h"

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

  // Docids of all matches, ascending, whatever their rank.
  std::vector<Xapian::docid> find_all(const Handles& handles,
                                      const Xapian::Query& query) const;

 private:
  // Nothing if segments have no lists of frequent words.
  std::optional<WordQuery> read_words(const Xapian::Query& query) const;
  std::vector<WordMatcher> make_matchers(const Handles& handles,
                                         const WordQuery& words,
                                         std::span<const Bm25> scoring) const;
  std::optional<RankedPage> find_words(const Handles& handles,
                                       const WordQuery& words,
                                       const SearchRequest& request,
                                       Writing writing) const;

  std::vector<FrequentTerms> frequent_;  // by segment
  const DeletedDocuments& deleted_;
};

}  // namespace search
