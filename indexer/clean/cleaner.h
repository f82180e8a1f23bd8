// One record to its articles.

#pragma once

#include "indexer/clean/cleaning_line.h"

namespace indexer {

// What `record` holds: an article and the briefs beside it, the items of a
// feed, an article line (also with `fields`); or a reject. A pure function, for
// any thread.
Cleaned clean(const Record& record, const FieldMap& fields = {});

}  // namespace indexer
