#include "graph/graph_reader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

#include "graph/database.h"
#include "graph/encoding.h"
#include "tests/graph/tiny_archive.h"
#include "text/error.h"

namespace graph {
namespace {

using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kBolt = "company:Bolt Metals";
const std::string kPort = "facility:Port Mill";
const std::string kOslo = "place:Oslo";
const std::string kZinc = "commodity:zinc";

std::vector<Draft> sample() {
  return {
      {.id = 1,
       .body = "Acme Zinc bought Port Mill. Acme Zinc is from Oslo.",
       .names = {kAcme, kPort, kOslo},
       .relations = {{kAcme, RelationType::kAcquires, kPort},
                     {kAcme, RelationType::kHeadquarteredIn, kOslo}},
       .published = "2025-01-01"},
      {.id = 2,
       .body = "Bolt Metals and Acme Zinc work together, but Bolt Metals "
               "never bought Port Mill.",
       .names = {kAcme, kBolt, kPort},
       .relations = {{kBolt, RelationType::kPartnersWith, kAcme},
                     {.source = kBolt,
                      .type = RelationType::kAcquires,
                      .target = kPort,
                      .negated = true}},
       .published = "2025-02-01"},
      {.id = 3,
       .body = "Prices of zinc fell; Acme Zinc said nothing.",
       .names = {kAcme, kZinc},
       .published = "2025-03-01"},
  };
}

struct SampleGraph {
  SampleGraph() { build(directory / "graph", sample()); }

  GraphReader open() const { return GraphReader(directory / "graph"); }

  TemporaryDirectory directory;
};

std::vector<std::string> names(const std::vector<NamedEntity>& entities) {
  std::vector<std::string> list;
  for (const auto& named : entities) list.push_back(named.entity.name);
  return list;
}

void overwrite(const std::filesystem::path& path, size_t at,
               const std::string& bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(at));
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

TEST_CASE("an entity tells its counts and when it was reported") {
  const SampleGraph graph;
  const auto acme = graph.open().entity(id_of(kAcme));
  REQUIRE(acme);
  CHECK(acme->summary.name == "Acme Zinc");
  CHECK(acme->summary.article_count == 3);
  CHECK(acme->edge_count == 3);
  CHECK(acme->first_reported == text::parse_rfc3339("2025-01-01"));
  CHECK(acme->last_reported == text::parse_rfc3339("2025-03-01"));
}

TEST_CASE("a symmetric relation is one edge, seen from both ends") {
  const SampleGraph graph;
  const GraphReader reader = graph.open();
  for (const auto& [entity, direction] :
       {std::pair(kAcme, Direction::kOut), std::pair(kAcme, Direction::kIn),
        std::pair(kBolt, Direction::kOut), std::pair(kBolt, Direction::kIn)}) {
    const auto answer =
        reader.relations({.entity = id_of(entity),
                          .relations = {RelationType::kPartnersWith},
                          .direction = direction});
    REQUIRE(answer.edges.size() == 1);
    CHECK(answer.total == 1);
    CHECK(answer.edges[0].source.id == id_of(kAcme));
    CHECK(answer.edges[0].target.id == id_of(kBolt));
    CHECK(answer.edges[0].evidence.size() == 1);
  }
}

TEST_CASE("a relation that stories deny is shown as denied") {
  const SampleGraph graph;
  const auto answer = graph.open().relations(
      {.entity = id_of(kBolt), .relations = {RelationType::kAcquires}});
  REQUIRE(answer.edges.size() == 1);
  CHECK(answer.edges[0].negated);
  CHECK(answer.edges[0].evidence.at(0).negated);
}

TEST_CASE("relations come strongest first, by direction and in pages") {
  const SampleGraph graph;
  const GraphReader reader = graph.open();
  const auto all = reader.relations({.entity = id_of(kAcme)});
  CHECK(all.total == 3);
  REQUIRE(all.edges.size() == 3);
  CHECK(all.edges[0].type == RelationType::kAcquires);
  const auto second =
      reader.relations({.entity = id_of(kAcme), .offset = 1, .limit = 1});
  REQUIRE(second.edges.size() == 1);
  CHECK(second.edges[0].type == all.edges[1].type);
  CHECK(second.total == 3);
  const auto in =
      reader.relations({.entity = id_of(kPort), .direction = Direction::kIn});
  CHECK(in.total == 2);
  CHECK(reader.relations({.entity = id_of(kPort), .min_confidence = 0.99f})
            .edges.empty());
}

TEST_CASE("what was read in an article comes back exactly") {
  const SampleGraph graph;
  const auto made = annotate(sample()[1]);
  CHECK(graph.open().annotation(text::ArticleId{2}) == made.annotation);
  CHECK_FALSE(graph.open().annotation(text::ArticleId{99}));
}

TEST_CASE("names resolve by id, name, alias, beginning and word") {
  const TemporaryDirectory directory;
  {
    GraphBuilder builder(directory / "graph", std::nullopt);
    auto made = annotate(sample()[2]);
    for (auto& entity : made.entities) {
      if (entity.id == id_of(kAcme)) {
        entity.aliases = {"AZ Corp.", "艾克锌业", "아연고려"};
      }
    }
    builder.add(made.article, made.annotation, made.entities);
    builder.finish();
  }
  const GraphReader reader(directory / "graph");
  const auto first = [&](std::string_view name) {
    const auto found = reader.resolve(name, 5);
    REQUIRE_FALSE(found.empty());
    return std::pair(found[0].entity.id, found[0].match);
  };
  const std::string acme = id_of(kAcme);
  CHECK(first(acme) == std::pair(acme, NameMatch::kExact));
  CHECK(first("ACME  zinc") == std::pair(acme, NameMatch::kExact));
  CHECK(first("az corp") == std::pair(acme, NameMatch::kAlias));
  CHECK(first("艾克锌业") == std::pair(acme, NameMatch::kAlias));
  CHECK(first("acm") == std::pair(acme, NameMatch::kPrefix));
  CHECK(first("锌业") == std::pair(acme, NameMatch::kWord));
  CHECK(first("고려") == std::pair(acme, NameMatch::kWord));
  CHECK(names(reader.resolve("zinc", 5)) ==
        std::vector<std::string>{"zinc", "Acme Zinc"});
  CHECK(names(reader.resolve("zin", 5)) == std::vector<std::string>{"zinc"});
  CHECK(names(reader.suggest("zin", 5)) ==
        std::vector<std::string>{"zinc", "Acme Zinc"});
  CHECK(reader.resolve("nothing", 5).empty());
  CHECK(reader.resolve("", 5).empty());
}

TEST_CASE("entities are listed by how much is reported of them") {
  const SampleGraph graph;
  const GraphReader reader = graph.open();
  const auto all = reader.entities(std::nullopt, 0, 10);
  REQUIRE(all.size() == 5);
  CHECK(all[0].name == "Acme Zinc");
  CHECK(all[1].name == "Port Mill");
  const auto places = reader.entities(text::EntityType::kPlace, 0, 10);
  REQUIRE(places.size() == 1);
  CHECK(places[0].name == "Oslo");
  CHECK(reader.entities(std::nullopt, 4, 10).size() == 1);
}

TEST_CASE("the articles of an entity come newest first") {
  const SampleGraph graph;
  const auto articles = graph.open().articles(id_of(kAcme), 1, 10);
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].article == text::ArticleId{2});
  CHECK(articles[1].mention_count == 2);
}

TEST_CASE("a neighbourhood keeps its budgets and counts what it leaves out") {
  const SampleGraph graph;
  const GraphReader reader = graph.open();
  const auto whole =
      reader.neighbourhood({.entities = {id_of(kOslo)}, .hops = 3});
  CHECK(whole.nodes.at(0).id == id_of(kOslo));
  CHECK(whole.nodes_left_out == 0);
  CHECK(std::ranges::all_of(whole.links, [&](const Link& link) {
    return link.source < whole.nodes.size() && link.target < whole.nodes.size();
  }));
  CHECK(whole.links.at(0).type.has_value());
  const auto small = reader.neighbourhood(
      {.entities = {id_of(kAcme)}, .max_nodes = 2, .max_links = 0});
  CHECK(small.nodes.size() == 2);
  CHECK(small.nodes_left_out >= 1);
  CHECK(small.links.empty());
  CHECK(small.links_left_out >= 1);
}

TEST_CASE("an entity that the graph lacks gives empty answers") {
  const SampleGraph graph;
  const GraphReader reader = graph.open();
  CHECK_FALSE(reader.entity("company:nobody"));
  CHECK_FALSE(reader.entity(""));
  CHECK(reader.relations({.entity = "company:nobody"}).edges.empty());
  CHECK(reader.neighbourhood({.entities = {"company:nobody"}}).nodes.empty());
  CHECK(reader.articles("company:nobody", 0, 5).empty());
}

TEST_CASE("a hub shows its first page and how many there are in all") {
  const TemporaryDirectory directory;
  constexpr uint64_t kSpokes = 3000;
  std::vector<Draft> drafts;
  for (uint64_t i = 1; i <= kSpokes; ++i) {
    const std::string name = "Spoke" + std::to_string(i);
    drafts.push_back({.id = i,
                      .body = "Hub owns " + name + ". " + filler(i),
                      .names = {"company:Hub", "company:" + name},
                      .relations = {{"company:Hub", RelationType::kOwns,
                                     "company:" + name}}});
  }
  build(directory / "graph", drafts);
  const GraphReader reader(directory / "graph");
  const auto related =
      reader.related({.entity = id_of("company:Hub"), .limit = 10});
  CHECK(related.related.size() == 10);
  CHECK(related.total == kSpokes);
  const auto relations =
      reader.relations({.entity = id_of("company:Hub"), .limit = 10});
  CHECK(relations.edges.size() == 10);
  CHECK(relations.total == kSpokes);
  CHECK(
      reader.neighbourhood({.entities = {id_of("company:Hub")}}).nodes.size() ==
      30);
}

TEST_CASE("a graph of another format is refused, both versions named") {
  const TemporaryDirectory directory;
  {
    Database database = Database::create(directory / "graph");
    database.put(Column::kMeta, "format", Encoder().u32(77).bytes());
  }
  try {
    const GraphReader reader(directory / "graph");
    FAIL("it was read");
  } catch (const text::StorageError& error) {
    const std::string message = error.what();
    CHECK(message.find("format 77") != message.npos);
    CHECK(message.find("format " + std::to_string(kFormatVersion)) !=
          message.npos);
  }
}

TEST_CASE("a missing graph is a storage error") {
  const TemporaryDirectory directory;
  CHECK_THROWS_AS(GraphReader(directory / "none"), text::StorageError);
}

TEST_CASE("damage in a table is a storage error, never a wrong answer") {
  const SampleGraph graph;
  for (const auto& entry :
       std::filesystem::directory_iterator(graph.directory / "graph")) {
    if (entry.path().extension() == ".sst") {
      overwrite(entry.path(), 3, std::string(40, '\x55'));
    }
  }
  const auto read_all = [&] {
    const GraphReader reader = graph.open();
    reader.related({.entity = id_of(kAcme)});
  };
  CHECK_THROWS_AS(read_all(), text::StorageError);
}

TEST_CASE("eight threads read the same answers") {
  const SampleGraph graph;
  const GraphReader reader = graph.open();
  const auto expected = reader.related({.entity = id_of(kAcme)});
  std::atomic<int> equal = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 50; ++round) {
        const auto answer = reader.related({.entity = id_of(kAcme)});
        equal += answer.total == expected.total &&
                 answer.related.at(0).entity == expected.related.at(0).entity &&
                 reader.resolve("zinc", 5).size() == 2;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(equal == 8 * 50);
}

TEST_CASE("one letter offers the most reported name that begins with it") {
  const TemporaryDirectory directory;
  std::vector<Draft> drafts;
  for (uint64_t id = 1; id <= 90; ++id) {
    const std::string rare = "Aa" + std::to_string(id);
    drafts.push_back({.id = id,
                      .body = rare + " fell. " + filler(id),
                      .names = {"company:" + rare}});
    if (id % 30 == 0) {
      drafts.back().body = "Azur rose. " + drafts.back().body;
      drafts.back().names.push_back("company:Azur");
    }
  }
  build(directory / "graph", drafts);
  const GraphReader reader(directory / "graph");
  const auto offered = reader.suggest("a", 10);
  REQUIRE(offered.size() == 10);
  CHECK(offered[0].entity.id == id_of("company:Azur"));
  CHECK(offered[0].match == NameMatch::kPrefix);
  CHECK(reader.suggest("az", 10).size() == 1);
}

}  // namespace graph
