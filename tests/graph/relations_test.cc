#include "graph/relations.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

using text::Modality;
using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kPort = "facility:Port Mill";
const std::string kOslo = "place:Oslo";

Draft report(uint64_t id, const std::string& published,
             StatedRelation relation) {
  return {.id = id,
          .body = "Acme Zinc, Port Mill and Oslo. " + filler(id),
          .names = {relation.source, relation.target},
          .relations = {relation},
          .published = published};
}

struct SampleGraph {
  SampleGraph() {
    build(directory / "graph",
          {report(1, "2025-10-03",
                  {.source = kAcme,
                   .type = RelationType::kAcquires,
                   .target = kPort,
                   .modality = Modality::kRumoured,
                   .confidence = 0.5f}),
           report(2, "2025-12-24", {kAcme, RelationType::kAcquires, kPort}),
           report(3, "2026-01-05",
                  {kAcme, RelationType::kHeadquarteredIn, kOslo}),
           report(4, "", {kAcme, RelationType::kOperates, kPort})});
  }

  RelationsAnswer relations(RelationsRequest request) const {
    request.entity = id_of(request.entity);
    return GraphReader(directory / "graph").relations(request);
  }

  TemporaryDirectory directory;
};

text::Timestamp day(std::string_view text) {
  return text::parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("as of a date only what was reported until then is known") {
  const SampleGraph graph;
  const auto then =
      graph.relations({.entity = kAcme, .as_of = day("2025-11-01")});
  REQUIRE(then.edges.size() == 1);
  CHECK(then.total == 1);
  const Edge& edge = then.edges[0];
  CHECK(edge.type == RelationType::kAcquires);
  CHECK(edge.modality == Modality::kRumoured);
  CHECK(edge.story_count == 1);
  CHECK(edge.confidence == doctest::Approx(0.5));
  CHECK(edge.last_reported == day("2025-10-03"));
  REQUIRE(edge.evidence.size() == 1);
  CHECK(edge.evidence[0].article == text::ArticleId{1});
}

TEST_CASE("the instant itself is known, and later reports make edges firmer") {
  const SampleGraph graph;
  const auto then =
      graph.relations({.entity = kAcme, .as_of = day("2025-12-24")});
  REQUIRE(then.edges.size() == 1);
  CHECK(then.edges[0].modality == Modality::kAsserted);
  CHECK(then.edges[0].story_count == 2);
}

TEST_CASE("a period tells what was reported in it alone") {
  const SampleGraph graph;
  const auto december = graph.relations(
      {.entity = kAcme, .from = day("2025-12-01"), .to = day("2026-01-05")});
  REQUIRE(december.edges.size() == 1);
  CHECK(december.edges[0].first_reported == day("2025-12-24"));
  CHECK(december.edges[0].story_count == 1);
  const auto november = graph.relations(
      {.entity = kAcme, .from = day("2025-11-01"), .to = day("2025-12-01")});
  CHECK(november.edges.empty());
  CHECK(november.total == 0);
}

TEST_CASE(
    "before the first report nothing is known, and undated reports never") {
  const SampleGraph graph;
  CHECK(graph.relations({.entity = kAcme, .as_of = day("2020")}).edges.empty());
  CHECK(graph.relations({.entity = kAcme, .as_of = day("2030")}).total == 2);
  CHECK(graph.relations({.entity = kAcme}).total == 3);
}

TEST_CASE("a period goes with the other filters and with pages") {
  const SampleGraph graph;
  const auto where =
      graph.relations({.entity = kAcme,
                       .relations = {RelationType::kHeadquarteredIn},
                       .as_of = day("2030")});
  CHECK(where.total == 1);
  const auto sure = graph.relations(
      {.entity = kAcme, .min_confidence = 0.6f, .as_of = day("2025-11-01")});
  CHECK(sure.total == 0);
  const auto second =
      graph.relations({.entity = kAcme, .as_of = day("2030"), .offset = 1});
  REQUIRE(second.edges.size() == 1);
  CHECK(second.edges[0].type == RelationType::kHeadquarteredIn);
}

}  // namespace graph
