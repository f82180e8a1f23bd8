// GET /v1/export/graph and /v1/export/search: the graph, or what a search
// finds, as a file.

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "generation/generation.h"
#include "server/parameters.h"

namespace server::api {

// A file that is made while it is sent.
struct Download {
  std::string content_type;
  std::string file_name;
  std::function<std::string()> next_part;  // empty after the last one
};

// Parameters: format, table, entity, hops, type, relation, from, to,
// min_confidence. Throws NotFound, BadRequest.
Download export_graph(const Parameters& parameters,
                      std::shared_ptr<const generation::Generation> generation);

// Parameters: format and those of /v1/search that choose articles. Throws
// NotFound, BadRequest.
Download export_search(
    const Parameters& parameters,
    std::shared_ptr<const generation::Generation> generation);

}  // namespace server::api
