// The worked example of docs/graph_format.md.

#include <doctest/doctest.h>

#include "graph/keys.h"
#include "graph/records.h"
#include "tests/graph/tiny_archive.h"

namespace graph {

TEST_CASE("the worked example of the format holds") {
  const EvidenceKey key{EntityId{7}, text::RelationType::kOperates, EntityId{9},
                        0};
  CHECK(to_hex(encode(key)) ==
        "0000000000000007"
        "03"
        "0000000000000009"
        "00000000");
}

}  // namespace graph
