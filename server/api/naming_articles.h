// The articles that name an entity, each by a sentence that does.

#pragma once

#include <string>
#include <vector>

#include "graph/graph_reader.h"
#include "server/api/json.h"

namespace server::api {

// Each in the shape of evidence, by the first of its sentences that name most
// of `entities`; articles without one are left out.
Json naming_articles(const std::vector<graph::ArticleMention>& articles,
                     const std::vector<std::string>& entities,
                     const generation::Generation& generation);

}  // namespace server::api
