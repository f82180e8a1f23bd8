// GET /v1/search: articles.

#pragma once

#include <optional>

#include "generation/generation.h"
#include "graph/graph_reader.h"
#include "search/index_reader.h"
#include "server/api/json.h"
#include "server/api/spelling.h"
#include "server/parameters.h"

namespace server::api {

// Parameters: q, exact, explain, entity, type, relation, source, lang, kind,
// year, from, to, sort, fold, facet, histogram, limit, cursor. Words that no
// article has are corrected unless `exact` is `true`. Throws BadRequest for a
// value that can't be read, NotFound for an unknown entity, Gone for a cursor
// of another generation or state of the ledger.
Json search(const Parameters& parameters,
            const generation::Generation& generation);

// Which articles are asked for: the same parameters without limit, cursor,
// facet and histogram.
search::SearchRequest search_request(const Parameters& parameters,
                                     const graph::GraphReader& graph);

// What is searched for: the request with the query as it is corrected.
struct AskedSearch {
  search::SearchRequest request;
  std::optional<SpelledQuery> spelled{};  // what correct_query() found
  bool is_corrected = false;              // that is what `request` asks for
  search::NameRecognizer recognize{};     // empty with `exact`
};
AskedSearch read_search(const Parameters& parameters,
                        const generation::Generation& generation);

// The ids of the entity that a name or id of a query means.
search::EntityResolver resolver_of(const graph::GraphReader& graph);

}  // namespace server::api
