// Facets and histograms of a search as JSON.

#pragma once

#include <set>
#include <vector>

#include "graph/graph_reader.h"
#include "search/facets.h"
#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

// From `facet`, repeated. Throws BadRequest for an unknown one.
std::set<search::Facet> read_facets(const Parameters& parameters);

// From `histogram`. Throws BadRequest for an unknown interval.
std::optional<search::Interval> read_interval(const Parameters& parameters);

// {"source": {"values": [{"value": …, "count": …}], "left_out": …}, …}.
// Entities have name and type, and are told under the id that curators gave
// them; what was merged counts at least so much.
Json facets_json(const std::vector<search::FacetCounts>& facets,
                 const graph::GraphReader& graph);

Json histogram_json(const search::Histogram& histogram);

}  // namespace server::api
