#include "graph/related.h"

#include <doctest/doctest.h>

#include <ranges>

#include "tests/graph/related_sample.h"

namespace graph {
namespace {

using text::RelationType;

struct SampleGraph {
  SampleGraph() { build(directory / "graph", sample()); }

  RelatedAnswer related(const std::string& name) const {
    return GraphReader(directory / "graph").related({.entity = id_of(name)});
  }

  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("a stated relation comes first, with its reason and its sentence") {
  const SampleGraph graph;
  const auto answer = graph.related(kAcme);
  REQUIRE_FALSE(answer.related.empty());
  const Related& first = answer.related[0];
  CHECK(first.entity.id == id_of(kPort));
  const auto* reason = std::get_if<RelationReason>(&first.reasons.at(0));
  REQUIRE(reason != nullptr);
  CHECK(reason->type == RelationType::kAcquires);
  CHECK(reason->direction == Direction::kOut);
  CHECK(reason->modality == text::Modality::kPlanned);
  CHECK(first.evidence.at(0).sentence == "Acme Zinc bought Port Mill.");
  CHECK(first.evidence.at(0).rule == "test.rule");
  CHECK(std::get_if<AssociationReason>(&first.reasons.back()) != nullptr);
}

TEST_CASE("both names are marked in the sentence") {
  const SampleGraph graph;
  const auto answer = graph.related(kAcme);
  const Related* bolt = find(answer, kBolt);
  REQUIRE(bolt != nullptr);
  const Evidence& evidence = bolt->evidence.at(0);
  REQUIRE(evidence.marks.size() == 2);
  CHECK(text::slice(evidence.sentence, evidence.marks[0]) == "Acme Zinc");
  CHECK(text::slice(evidence.sentence, evidence.marks[1]) == "Bolt Metals");
  CHECK(evidence.rule.empty());
}

TEST_CASE("an association says how much more often than chance it is") {
  const SampleGraph graph;
  const auto answer = graph.related(kAcme);
  const auto& reason =
      std::get<AssociationReason>(find(answer, kBolt)->reasons.at(0));
  CHECK(reason.story_count == 2);
  CHECK(reason.lift == doctest::Approx(2 * 20.0 / (4 * 2)));
}

TEST_CASE("what every story names is related to nothing by association") {
  const SampleGraph graph;
  CHECK(find(graph.related(kAcme), kLand) == nullptr);
}

TEST_CASE("the other end of a relation sees it come in") {
  const SampleGraph graph;
  const auto answer = graph.related(kPort);
  const auto& reason =
      std::get<RelationReason>(find(answer, kAcme)->reasons.at(0));
  CHECK(reason.direction == Direction::kIn);
}

TEST_CASE("a path over a strong neighbour brings an entity nearer") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  build(directory / "with", drafts);
  drafts[3].relations.clear();
  build(directory / "without", drafts);
  const RelatedRequest request{.entity = id_of(kAcme)};
  const auto with = GraphReader(directory / "with").related(request);
  const auto without = GraphReader(directory / "without").related(request);
  REQUIRE(find(with, kOslo) != nullptr);
  CHECK(find(with, kOslo)->score > find(without, kOslo)->score);
}

TEST_CASE("one type does not fill the beginning of a list") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  const std::string mills[] = {"facility:Mill One", "facility:Mill Two",
                               "facility:Mill Three", "facility:Mill Four"};
  for (uint64_t id = 6; id <= 9; ++id) {
    const std::string& mill = mills[id - 6];
    drafts[id - 1].body =
        "Acme Zinc owns " + mill.substr(9) + ". " + drafts[id - 1].body;
    drafts[id - 1].names.insert(drafts[id - 1].names.end(), {kAcme, mill});
    drafts[id - 1].relations = {{kAcme, RelationType::kOwns, mill}};
  }
  build(directory / "graph", drafts);
  const auto answer =
      GraphReader(directory / "graph").related({.entity = id_of(kAcme)});
  const auto others = std::ranges::count_if(
      answer.related | std::views::take(5), [](const Related& related) {
        return related.entity.type != text::EntityType::kFacility;
      });
  CHECK(others >= 1);
  CHECK(answer.related[0].entity.type == text::EntityType::kFacility);
}

TEST_CASE("reprints do not make an association closer") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  build(directory / "once", drafts);
  for (uint64_t id = 21; id <= 25; ++id) {
    drafts.push_back(drafts[1]);
    drafts.back().id = id;
  }
  build(directory / "reprinted", drafts);
  const RelatedRequest request{.entity = id_of(kAcme)};
  const auto once = GraphReader(directory / "once").related(request);
  const auto often = GraphReader(directory / "reprinted").related(request);
  CHECK(find(once, kBolt)->score == find(often, kBolt)->score);
  CHECK(find(often, kBolt)->entity.story_count == 2);
  CHECK(find(often, kBolt)->entity.article_count == 7);
}

TEST_CASE("types and relations filter what is related") {
  const SampleGraph graph;
  const GraphReader reader(graph.directory / "graph");
  const auto places = reader.related(
      {.entity = id_of(kAcme), .types = {text::EntityType::kPlace}});
  CHECK(places.total == 1);
  CHECK(places.related.at(0).entity.id == id_of(kOslo));
  const auto bought = reader.related(
      {.entity = id_of(kAcme), .relations = {RelationType::kAcquires}});
  CHECK(bought.total == 1);
  CHECK(bought.related.at(0).entity.id == id_of(kPort));
}

TEST_CASE("pages follow each other without gap or repetition") {
  const SampleGraph graph;
  const GraphReader reader(graph.directory / "graph");
  const auto all = reader.related({.entity = id_of(kAcme)});
  CHECK(all.total == all.related.size());
  const auto second =
      reader.related({.entity = id_of(kAcme), .offset = 1, .limit = 1});
  REQUIRE(second.related.size() == 1);
  CHECK(second.related[0].entity == all.related[1].entity);
  CHECK(second.total == all.total);
}

TEST_CASE("within a period only what was published then counts") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  drafts[0].published = "2024-05-01T00:00:00Z";
  drafts[1].published = "2024-06-01T00:00:00Z";
  for (size_t i = 10; i < 20; ++i) {
    drafts[i].published = "2024-07-01T00:00:00Z";
  }
  build(directory / "graph", drafts);
  const GraphReader reader(directory / "graph");
  const Period spring{text::parse_rfc3339("2024-04"),
                      text::parse_rfc3339("2024-06")};
  const auto bought =
      reader.related({.entity = id_of(kAcme), .period = spring});
  REQUIRE(bought.related.size() == 1);
  CHECK(bought.total == 1);
  CHECK(bought.related[0].entity.id == id_of(kPort));
  CHECK(bought.related[0].evidence.at(0).sentence ==
        "Acme Zinc bought Port Mill.");

  const Period summer{text::parse_rfc3339("2024-06"), std::nullopt};
  const auto later = reader.related({.entity = id_of(kAcme), .period = summer});
  CHECK(find(later, kPort) == nullptr);
  const auto& reason =
      std::get<AssociationReason>(find(later, kBolt)->reasons.at(0));
  CHECK(reason.story_count == 2);
  const Period year{text::parse_rfc3339("2024"), text::parse_rfc3339("2025")};
  const auto once = reader.related({.entity = id_of(kAcme), .period = year});
  const Related* bolt = find(once, kBolt);
  REQUIRE(bolt != nullptr);
  CHECK(std::get<AssociationReason>(bolt->reasons.at(0)).story_count == 1);
  REQUIRE(bolt->evidence.size() == 1);
  CHECK(bolt->evidence[0].sentence == "Acme Zinc met Bolt Metals.");
  const Period past{std::nullopt, text::parse_rfc3339("2000")};
  CHECK(reader.related({.entity = id_of(kAcme), .period = past}).total == 0);
}

TEST_CASE("a sentence of the period is shown though others show more") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  for (uint64_t id = 21; id <= 24; ++id) {
    drafts.push_back({.id = id,
                      .body = "Acme Zinc met Bolt Metals. " + filler(id),
                      .names = {kAcme, kBolt}});
  }
  drafts.push_back({.id = 25,
                    .body = "Acme Zinc grew. So did Bolt Metals. " + filler(25),
                    .names = {kAcme, kBolt},
                    .published = "2024-05-01T00:00:00Z"});
  for (size_t i = 10; i < 20; ++i) {
    drafts[i].published = "2024-07-01T00:00:00Z";
  }
  build(directory / "graph", drafts);
  const Period spring{text::parse_rfc3339("2024"), text::parse_rfc3339("2025")};
  const auto answer = GraphReader(directory / "graph")
                          .related({.entity = id_of(kAcme), .period = spring});
  const Related* bolt = find(answer, kBolt);
  REQUIRE(bolt != nullptr);
  CHECK(bolt->evidence.at(0).sentence == "So did Bolt Metals.");
}

TEST_CASE("of one source only what it published counts") {
  const SampleGraph graph;
  const GraphReader reader(graph.directory / "graph");
  const auto all = reader.related({.entity = id_of(kAcme)});
  const auto same =
      reader.related({.entity = id_of(kAcme), .sources = {"Nobody", "SMM"}});
  CHECK(same.total == all.total);
  CHECK(reader.related({.entity = id_of(kAcme), .sources = {"Nobody"}}).total ==
        0);
}

TEST_CASE("nothing is related to an entity that the graph lacks") {
  const SampleGraph graph;
  const auto answer = graph.related("company:Nobody");
  CHECK(answer.related.empty());
  CHECK(answer.total == 0);
}

TEST_CASE("what was reported last comes before what was reported long ago") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  const std::string mills[] = {"facility:Mill One", "facility:Mill Two"};
  for (uint64_t id = 6; id <= 7; ++id) {
    const std::string& mill = mills[id - 6];
    Draft& draft = drafts[id - 1];
    draft.body = "Acme Zinc owns " + mill.substr(9) + ". " + draft.body;
    draft.names.insert(draft.names.end(), {kAcme, mill});
    draft.relations = {{kAcme, RelationType::kOwns, mill}};
  }
  const auto first_mill = [&](const char* name) {
    build(directory / name, drafts);
    const auto answer =
        GraphReader(directory / name).related({.entity = id_of(kAcme)});
    return find(answer, mills[0])->score > find(answer, mills[1])->score;
  };
  drafts[5].published = "2005-01-01T00:00:00Z";
  CHECK_FALSE(first_mill("first-old"));
  drafts[5].published = drafts[0].published;
  drafts[6].published = "2005-01-01T00:00:00Z";
  CHECK(first_mill("second-old"));
}

TEST_CASE("within a period an edge counts all its stories") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  for (uint64_t id = 21; id <= 90; ++id) {
    drafts.push_back({.id = id,
                      .body = "Acme Zinc bought Port Mill. " + filler(id),
                      .names = {kAcme, kPort},
                      .relations = {{kAcme, RelationType::kAcquires, kPort}},
                      .published = "2024-05-01T00:00:00Z"});
  }
  // These, of before the period, come last of the evidence.
  for (uint64_t id = 91; id <= 160; ++id) {
    drafts.push_back({.id = id,
                      .body = "Acme Zinc bought Port Mill. " + filler(id),
                      .names = {kAcme, kPort},
                      .relations = {{.source = kAcme,
                                     .type = RelationType::kAcquires,
                                     .target = kPort,
                                     .confidence = 0.5f}},
                      .published = "2023-05-01T00:00:00Z"});
  }
  build(directory / "graph", drafts);
  const Period year{text::parse_rfc3339("2024"), text::parse_rfc3339("2025")};
  const auto answer = GraphReader(directory / "graph")
                          .related({.entity = id_of(kAcme), .period = year});
  const Related* port = find(answer, kPort);
  REQUIRE(port != nullptr);
  CHECK(std::get<RelationReason>(port->reasons.at(0)).story_count == 70);
  CHECK_FALSE(port->evidence.empty());
}

TEST_CASE("one date in the far future does not make all others old") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  const auto score = [&](const std::string& name) {
    build(directory / name, drafts);
    const auto answer =
        GraphReader(directory / name).related({.entity = id_of(kAcme)});
    return find(answer, kPort)->score;
  };
  const double before = score("before");
  drafts.back().published = "2099-01-01T00:00:00Z";
  CHECK(score("after") == before);
}

}  // namespace graph
