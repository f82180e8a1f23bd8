#include "search/word_query.h"

#include <algorithm>

namespace search {

namespace {

using Xapian::Query;

// Queries of more words are Xapian's: each article would be looked for in all
// of their lists.
constexpr size_t kMostWords = 16;

// Terms of a query that joins them by `joined` alone; false if it is another.
bool add_terms(const Query& query, Query::op joined,
               std::vector<std::string>& terms) {
  if (query.get_type() == Query::LEAF_TERM) {
    terms.push_back(*query.get_terms_begin());
    return terms.size() <= kMostWords;
  }
  if (query.get_type() != joined) return false;
  for (size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!add_terms(query.get_subquery(i), joined, terms)) return false;
  }
  return true;
}

}  // namespace

std::optional<WordQuery> read_word_query(const Query& query,
                                         const DeletedDocuments& deleted) {
  const bool excludes =
      !deleted.empty() && query.get_type() == Query::OP_AND_NOT &&
      query.get_subquery(1).get_type() == Query::LEAF_POSTING_SOURCE;
  const Query words = excludes ? query.get_subquery(0) : query;
  WordQuery read{.terms = {}, .all = words.get_type() == Query::OP_AND};
  if (!add_terms(words, read.all ? Query::OP_AND : Query::OP_OR, read.terms)) {
    return std::nullopt;
  }
  std::ranges::sort(read.terms);
  const bool repeats =
      std::ranges::adjacent_find(read.terms) != read.terms.end();
  if (repeats || read.terms.empty()) return std::nullopt;
  return read;
}

}  // namespace search
