// Queries of words alone, which need no more than lists of articles.

#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "search/deleted_documents.h"

namespace search {

// Terms of which all must be in an article, or any.
struct WordQuery {
  std::vector<std::string> terms;  // ascending, none twice
  bool all = false;
};

// `query`, which leaves out what is deleted, as words. Nothing if it is
// another.
std::optional<WordQuery> read_word_query(const Xapian::Query& query,
                                         const DeletedDocuments& deleted);

}  // namespace search
