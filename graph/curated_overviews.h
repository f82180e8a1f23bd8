// Paths, communities, central entities and news as curators judge them.

#pragma once

#include <optional>

#include "graph/central.h"
#include "graph/communities.h"
#include "graph/curation.h"
#include "graph/database.h"
#include "graph/news.h"
#include "graph/paths.h"

namespace graph {

// GraphReader::paths(): between any ids of the two ends. Paths through what is
// hidden or rejected are left out; others may come instead after a build.
PathsAnswer find_curated_paths(const Database& database,
                               const Curation& curation, PathsRequest request);

// What was found in the graph, with its entities as they are shown: merged ones
// once, hidden ones not at all.
Community curate_community(const Curation& curation, Community read);
CentralAnswer curate_central(const Curation& curation,
                             const CentralRequest& request, CentralAnswer read);
NewsAnswer curate_news(const Database& database, const Curation& curation,
                       NewsAnswer read);

}  // namespace graph
