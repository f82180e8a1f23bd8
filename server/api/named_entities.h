// Which entities a query names.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "generation/generation.h"
#include "graph/graph_reader.h"
#include "search/index_reader.h"

namespace server::api {

// At most `limit` of those that the words of `query` name exactly or by an
// alias, longest names first; each with `matched`. Quotes and field names of
// the query language are no part of a name.
std::vector<graph::NamedEntity> find_named_entities(
    std::string_view query, size_t limit, const graph::GraphReader& graph);

// For IndexReader::search(): the names that words tell clearly, in any script,
// also before a Korean particle or a possessive ending. A name is telling
// unless it is of a commodity or a place, which the words of every day name
// (`zinc`, `China`), or one word that twice as many articles have as name the
// entity. `generation` must outlive it.
search::NameRecognizer name_recognizer(
    const generation::Generation& generation);

// The one entity whose id, name or alias this is, if it is one.
std::optional<graph::NamedEntity> find_by_name(std::string_view name,
                                               const graph::GraphReader& graph);

}  // namespace server::api
