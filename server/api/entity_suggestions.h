// The entities to offer while a query is typed.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/graph_reader.h"
#include "text/span.h"

namespace server::api {

// How what was typed fits what is offered, best first.
enum class Tier : uint8_t {
  kExact,   // it is the whole name or alias, title or phrase
  kPrefix,  // a word of it begins so
  kAlias,   // another name of the entity begins so
  kFuzzy,   // with mistakes looked past
};

std::string_view to_string(Tier tier);

struct SuggestedEntity {
  graph::NamedEntity named;
  Tier tier{};
  text::Span match;  // bytes of `named.matched`; empty where it can't be told
};

// At most `limit`, best first; also within a Korean syllable, by Hiragana for
// Katakana, and by traditional Chinese for simplified.
std::vector<SuggestedEntity> suggest_entities(std::string_view typed,
                                              size_t limit,
                                              const graph::GraphReader& graph);

}  // namespace server::api
