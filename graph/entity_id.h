// The key of an entity inside the graph.

#pragma once

#include <cstdint>
#include <string_view>

namespace graph {

// XXH3 (64 bits) of the public id (`company:korea-zinc`), so that graphs built
// apart agree. The builder refuses two ids with the same key.
enum class EntityId : uint64_t {};

EntityId make_entity_key(std::string_view public_id);

}  // namespace graph
