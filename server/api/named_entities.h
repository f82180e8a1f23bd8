// Which entities a query names.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "graph/graph_reader.h"

namespace server::api {

// At most `limit` of those that the words of `query` name exactly or by an
// alias, longest names first; each with `matched`. Quotes and field names of
// the query language are no part of a name.
std::vector<graph::NamedEntity> find_named_entities(
    std::string_view query, size_t limit, const graph::GraphReader& graph);

// The one entity whose id, name or alias this is, if it is one.
std::optional<graph::NamedEntity> find_by_name(std::string_view name,
                                               const graph::GraphReader& graph);

}  // namespace server::api
