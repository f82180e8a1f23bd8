#include "graph/entity_id.h"

#include <xxhash.h>

namespace graph {

EntityId make_entity_key(std::string_view public_id) {
  return EntityId{XXH3_64bits(public_id.data(), public_id.size())};
}

}  // namespace graph
