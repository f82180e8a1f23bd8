#include "graph/graph_import.h"

#include <doctest/doctest.h>

#include "graph/edge_scan.h"
#include "graph/graph_reader.h"
#include "tests/temporary_directory.h"
#include "text/error.h"

namespace graph {
namespace {

using text::EntityType;
using text::RelationType;

text::Entity company(const std::string& name) {
  return {text::make_entity_id(EntityType::kCompany, name),
          EntityType::kCompany,
          name,
          {}};
}

EvidenceEntry evidence(float confidence) {
  EvidenceEntry entry;
  entry.confidence = confidence;
  entry.rule = "test.rule";
  return entry;
}

EvidenceKey supplies(const text::Entity& source, const text::Entity& target) {
  return {make_entity_key(source.id), RelationType::kSupplies,
          make_entity_key(target.id)};
}

}  // namespace

TEST_CASE("edges that come in bulk are found with their evidence") {
  const TemporaryDirectory directory;
  const auto acme = company("Acme");
  const auto bolt = company("Bolt");
  {
    GraphImport import(directory / "graph");
    import.add_entity(acme);
    import.add_entity(bolt);
    for (const uint64_t id : {7, 3}) {
      import.add_article({text::ArticleId{id},
                          "A title",
                          "SMM",
                          text::Timestamp{static_cast<int64_t>(id)},
                          { "Acme supplies Bolt." }});
    }
    for (const uint64_t id : {7, 3}) {
      import.add_evidence(supplies(acme, bolt), text::ArticleId{id},
                          evidence(0.5f));
    }
    const GraphCounts counts = import.finish();
    CHECK(counts.edges == 1);
    CHECK(counts.evidence == 2);
    CHECK(counts.entities == 2);
    CHECK(counts.articles == 2);
  }
  const GraphReader reader(directory / "graph");
  const auto answer = reader.relations({.entity = bolt.id});
  REQUIRE(answer.edges.size() == 1);
  CHECK(answer.edges[0].source.id == acme.id);
  CHECK(answer.edges[0].story_count == 2);
  CHECK(answer.edges[0].confidence == doctest::Approx(0.75));
  CHECK(answer.edges[0].evidence.at(0).sentence == "Acme supplies Bolt.");
  CHECK(reader.related({.entity = acme.id}).related.at(0).entity.id == bolt.id);
  CHECK(reader.articles(acme.id, 0, 10).size() == 2);
}

TEST_CASE("evidence about what was not added is refused") {
  const TemporaryDirectory directory;
  const auto acme = company("Acme");
  GraphImport import(directory / "graph");
  import.add_entity(acme);
  import.add_article({text::ArticleId{1}, "", "", std::nullopt, { "" }});
  CHECK_THROWS_AS(import.add_evidence(supplies(acme, company("Bolt")),
                                      text::ArticleId{1}, evidence(0.5f)),
                  text::InputError);
  CHECK_THROWS_AS(import.add_evidence(supplies(acme, acme), text::ArticleId{2},
                                      evidence(0.5f)),
                  text::InputError);
}

TEST_CASE("no other graph is built on one that keeps no articles to build on") {
  const TemporaryDirectory directory;
  GraphImport(directory / "graph").finish();
  GraphBuilder builder(directory / "next", directory / "graph");
  CHECK_THROWS_WITH_AS(builder.finish(), doctest::Contains("in bulk"),
                       text::StorageError);
}

TEST_CASE("an entity with a hundred thousand neighbours answers page by page") {
  constexpr uint64_t kNeighbours = 100000;
  const TemporaryDirectory directory;
  const auto hub = company("Hub");
  {
    GraphImport import(directory / "graph");
    import.add_entity(hub);
    for (uint64_t i = 0; i < kNeighbours; ++i) {
      import.add_entity(company("Number " + std::to_string(i)));
    }
    for (uint64_t day = 0; day < 10; ++day) {
      import.add_article({text::ArticleId{day + 1},
                          "",
                          "SMM",
                          text::Timestamp{static_cast<int64_t>(day * 86400)},
                          { "" }});
    }
    for (uint64_t i = 0; i < kNeighbours; ++i) {
      import.add_evidence(supplies(hub, company("Number " + std::to_string(i))),
                          text::ArticleId{i % 10 + 1}, evidence(0.5f));
    }
    import.finish();
  }
  const GraphReader reader(directory / "graph");
  const auto first = reader.related({.entity = hub.id});
  CHECK(first.related.size() == 20);
  CHECK(first.total == kNeighbours);
  const auto far = reader.related({.entity = hub.id,
                                   .relations = {RelationType::kSupplies},
                                   .offset = 10000,
                                   .limit = 200});
  CHECK(far.related.size() == 200);
  CHECK(far.total == kNeighbours);
  const auto day = reader.related(
      {.entity = hub.id, .period = {text::Timestamp{9 * 86400}, std::nullopt}});
  CHECK(day.related.size() == 20);
  CHECK_FALSE(day.total_is_exact);
  CHECK(reader.relations({.entity = hub.id}).edges.size() == 50);
  CHECK(reader.neighbourhood({.entities = {hub.id}, .hops = 3}).nodes.size() ==
        30);
}

TEST_CASE("an edge may have more evidence than 256 rows hold") {
  constexpr uint32_t kSentences = 257 * kEdgeChunk;
  const TemporaryDirectory directory;
  const auto acme = company("Acme");
  const auto bolt = company("Bolt");
  {
    GraphImport import(directory / "graph");
    import.add_entity(acme);
    import.add_entity(bolt);
    import.add_article({text::ArticleId{1}, "", "SMM", std::nullopt,
                        std::vector<std::string>(kSentences, "So it is.")});
    for (uint32_t i = 0; i < kSentences; ++i) {
      EvidenceEntry entry = evidence(0.5f);
      entry.sentence = i;
      import.add_evidence(supplies(acme, bolt), text::ArticleId{1}, entry);
    }
    CHECK(import.finish().evidence == kSentences);
  }
  const Database database = Database::open(directory / "graph");
  const auto all =
      read_evidence(database, supplies(acme, bolt), 2 * kSentences);
  CHECK(all.size() == kSentences);
}

TEST_CASE("a total says that not all edges were read for their confidence") {
  constexpr size_t kNeighbours = 5100;
  const TemporaryDirectory directory;
  const auto hub = company("Hub");
  {
    GraphImport import(directory / "graph");
    import.add_entity(hub);
    import.add_article({text::ArticleId{1}, "", "SMM", std::nullopt, { "" }});
    std::vector<text::Entity> others;
    for (size_t i = 0; i < kNeighbours; ++i) {
      others.push_back(company("Number " + std::to_string(i)));
      import.add_entity(others.back());
    }
    for (const text::Entity& other : others) {
      import.add_evidence(supplies(hub, other), text::ArticleId{1},
                          evidence(0.5f));
    }
    import.finish();
  }
  const GraphReader reader(directory / "graph");
  const auto sure =
      reader.relations({.entity = hub.id, .min_confidence = 0.4f, .limit = 1});
  CHECK(sure.total == 5000);
  CHECK_FALSE(sure.total_is_exact);
  const auto typed = reader.relations(
      {.entity = hub.id, .relations = {RelationType::kSupplies}, .limit = 1});
  CHECK(typed.total == kNeighbours);
  CHECK(typed.total_is_exact);
  CHECK(typed.edges.size() == 1);
}

}  // namespace graph
