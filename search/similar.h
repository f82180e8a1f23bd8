// What else is told of what an article tells.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "search/columns.h"
#include "search/deleted_documents.h"
#include "search/feedback.h"

namespace search {

struct SimilarTo {
  Xapian::docid document = 0;
  uint32_t limit = 0;
};

// Articles with the stems that tell `document` from all others (feedback.h) or
// the entities that it names, the rare ones more. It finds `document` too.
// Empty if there is nothing telling in it.
Xapian::Query make_similar_query(const Xapian::Database& database,
                                 Xapian::docid document);

// The best articles for it, of other stories than that of `document` and of one
// story each.
std::vector<ScoredDocument> find_similar(const Xapian::Database& database,
                                         const Columns& columns,
                                         const DeletedDocuments& deleted,
                                         const SimilarTo& wanted);

// Ids of entities that both articles name, at most kSharedShown, those that
// fewest articles name first.
std::vector<std::string> shared_entities(const Xapian::Database& database,
                                         const Columns& columns,
                                         Xapian::docid one,
                                         Xapian::docid other);

}  // namespace search
