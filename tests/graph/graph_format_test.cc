// The worked example of docs/graph_format.md.

#include <doctest/doctest.h>

#include "graph/keys.h"
#include "graph/records.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

constexpr EntityId kBuyer{7};
constexpr EntityId kSmelter{9};
constexpr text::Timestamp kReported{1765844640};  // 2025-12-16T00:24:00Z
constexpr auto kAcquires = text::RelationType::kAcquires;
constexpr text::ArticleId kArticle{42};

EdgeRecord edge() {
  return {.modality = text::Modality::kPlanned,
          .negated = false,
          .confidence = 0.75f,
          .story_count = 2,
          .opposing_story_count = 0,
          .first_reported = kReported,
          .last_reported = kReported};
}

}  // namespace

TEST_CASE("evidence is kept as documented") {
  const EvidenceKey key{kBuyer, kAcquires, kSmelter, 0};
  const EvidenceRecord evidence{
      kArticle, kArticle, kReported, 3,        text::Modality::kPlanned,
      false,    0.5f,     "",        "acquire"};
  CHECK(to_hex(encode(key)) == "000000000000000700000000000000000900000000");
  CHECK(to_hex(encode(evidence)) ==
        "000000000000002a000000000000002a400000006940a6a0"
        "0301003f000000000761637175697265");
  CHECK(decode_evidence(encode(evidence)) == evidence);
}

TEST_CASE("an edge is kept as documented") {
  const EdgeKey key{kBuyer, Side::kOut, 0.5, kAcquires, kSmelter};
  CHECK(to_hex(encode(key)) == "0000000000000007007fffffff000000000000000009");
  CHECK(to_hex(encode(edge())) ==
        "01003f4000000200400000006940a6a0400000006940a6a0");
  CHECK(decode_edge(encode(edge())) == edge());
}

TEST_CASE("a neighbour is kept as documented") {
  const NeighbourKey key{kBuyer, 0.5, kSmelter};
  NeighbourRecord record;
  record.type = text::EntityType::kFacility;
  record.edges = {{kAcquires, Side::kOut, edge()}};
  record.sightings = {{kArticle, 3}};
  CHECK(to_hex(encode(key)) == "00000000000000077fffffff0000000000000009");
  CHECK(to_hex(encode(record)) ==
        "05010000"
        "01003f4000000200400000006940a6a0400000006940a6a0"
        "0001000000000000002a03");
  CHECK(decode_neighbour(encode(record)).edges == record.edges);
}

TEST_CASE("mentions and names are kept as documented") {
  CHECK(to_hex(encode(MentionKey{kBuyer, kReported, kArticle})) ==
        "0000000000000007bfffffff96bf595f000000000000002a");
  CHECK(to_hex(encode(NameKey{"ada", NameMatch::kAlias, 2, kBuyer})) ==
        "6164610001fffffffd0000000000000007");
}

}  // namespace graph
