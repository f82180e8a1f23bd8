// How many articles an index has.

#pragma once

#include <xapian.h>

#include <string>

#include "search/deleted_documents.h"
#include "search/index_reader.h"

namespace search {

IndexCounts count_all(const Xapian::Database& database,
                      const DeletedDocuments& deleted);

// The name of a source as its first article writes it; `term` is that of
// make_source_term().
std::string source_name(const Xapian::Database& database,
                        const DeletedDocuments& deleted,
                        const std::string& term);

}  // namespace search
