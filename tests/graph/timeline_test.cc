#include "graph/timeline.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kPort = "facility:Port Mill";
const std::string kOslo = "place:Oslo";

Draft report(uint64_t id, const std::string& published,
             const std::string& sentence, StatedRelation relation) {
  return {.id = id,
          .body = sentence + " " + filler(id),
          .names = {relation.source, relation.target},
          .relations = {relation},
          .published = published};
}

struct SampleGraph {
  SampleGraph() {
    build(directory / "graph",
          {report(1, "2025-11-02", "Acme Zinc may buy Port Mill.",
                  {.source = kAcme,
                   .type = RelationType::kAcquires,
                   .target = kPort,
                   .modality = text::Modality::kRumoured}),
           report(2, "2025-12-16", "Acme Zinc bought Port Mill.",
                  {kAcme, RelationType::kAcquires, kPort}),
           report(3, "2026-01-05", "Acme Zinc sits in Oslo.",
                  {kAcme, RelationType::kHeadquarteredIn, kOslo}),
           report(4, "", "Acme Zinc runs Port Mill.",
                  {kAcme, RelationType::kOperates, kPort})});
  }

  TimelineAnswer timeline(TimelineRequest request) const {
    request.entity = id_of(request.entity);
    return GraphReader(directory / "graph").timeline(request);
  }

  TemporaryDirectory directory;
};

std::vector<std::string> sentences(const TimelineAnswer& answer) {
  std::vector<std::string> all;
  for (const Event& event : answer.events) {
    all.push_back(event.evidence.sentence);
  }
  return all;
}

text::Timestamp day(std::string_view text) {
  return text::parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("events come newest first, undated ones last") {
  const SampleGraph graph;
  const auto answer = graph.timeline({.entity = kAcme});
  CHECK(sentences(answer) ==
        std::vector<std::string>{
            "Acme Zinc sits in Oslo.", "Acme Zinc bought Port Mill.",
            "Acme Zinc may buy Port Mill.", "Acme Zinc runs Port Mill."});
  CHECK(answer.total == 4);
  CHECK_FALSE(answer.is_cut);
  CHECK(answer.events[2].evidence.modality == text::Modality::kRumoured);
}

TEST_CASE("on demand the oldest event is first, undated ones still last") {
  const SampleGraph graph;
  const auto answer =
      graph.timeline({.entity = kAcme, .order = TimeOrder::kOldestFirst});
  CHECK(sentences(answer).front() == "Acme Zinc may buy Port Mill.");
  CHECK(sentences(answer).back() == "Acme Zinc runs Port Mill.");
}

TEST_CASE("an event tells its edge from either end") {
  const SampleGraph graph;
  const auto answer = graph.timeline({.entity = kOslo});
  REQUIRE(answer.events.size() == 1);
  CHECK(answer.events[0].source.id == id_of(kAcme));
  CHECK(answer.events[0].target.id == id_of(kOslo));
  CHECK(answer.events[0].type == RelationType::kHeadquarteredIn);
}

TEST_CASE("a period has the events from its first instant to before its last") {
  const SampleGraph graph;
  const auto answer = graph.timeline(
      {.entity = kAcme, .period = {day("2025-12-16"), day("2026-01-05")}});
  CHECK(sentences(answer) ==
        std::vector<std::string>{"Acme Zinc bought Port Mill."});
}

TEST_CASE("events are filtered by relation and by the other entity") {
  const SampleGraph graph;
  const auto acquired =
      graph.timeline({.entity = kAcme, .relations = {RelationType::kAcquires}});
  CHECK(acquired.total == 2);
  const auto oslo = graph.timeline({.entity = kAcme, .other = id_of(kOslo)});
  CHECK(sentences(oslo) == std::vector<std::string>{"Acme Zinc sits in Oslo."});
}

TEST_CASE("pages of events follow each other") {
  const SampleGraph graph;
  const auto second =
      graph.timeline({.entity = kAcme, .offset = 1, .limit = 1});
  CHECK(sentences(second) ==
        std::vector<std::string>{"Acme Zinc bought Port Mill."});
  CHECK(second.total == 4);
}

TEST_CASE("nothing happened to an entity that the graph lacks") {
  const SampleGraph graph;
  CHECK(graph.timeline({.entity = "company:Nobody"}).events.empty());
}

}  // namespace graph
