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

// The best of the articles with terms that tell one from all others
// (feedback.h) or with the entities that it names, the rare ones more; of other
// stories than its own and of one story each. None if there is nothing telling
// in it.
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
