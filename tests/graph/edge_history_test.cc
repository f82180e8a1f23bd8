#include "graph/edge_history.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

using text::Modality;
using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kPort = "facility:Port Mill";

Draft report(uint64_t id, const std::string& published, Modality modality,
             bool negated = false) {
  return {.id = id,
          .body = "Acme Zinc and Port Mill, report " + std::to_string(id) +
                  ". " + filler(id),
          .names = {kAcme, kPort},
          .relations = {{.source = kAcme,
                         .type = RelationType::kAcquires,
                         .target = kPort,
                         .modality = modality,
                         .negated = negated}},
          .published = published};
}

EdgeName deal() {
  return {id_of(kAcme), RelationType::kAcquires, id_of(kPort)};
}

// Rumoured in October, planned in November and reprinted, denied in December,
// done in January.
std::vector<Draft> reports() {
  std::vector<Draft> drafts = {
      report(1, "2025-10-03", Modality::kRumoured),
      report(2, "2025-11-03", Modality::kPlanned),
      report(3, "2025-11-09", Modality::kRumoured),
      report(4, "2025-12-24", Modality::kAsserted, true),
      report(5, "2026-01-31T23:59:59Z", Modality::kAsserted)};
  drafts.push_back(drafts[1]);
  drafts.back().id = 6;
  return drafts;
}

EdgeHistory history_of(const std::vector<Draft>& drafts) {
  const TemporaryDirectory directory;
  build(directory / "graph", drafts);
  return GraphReader(directory / "graph").history(deal()).value();
}

}  // namespace

TEST_CASE("the name of an edge can be read back") {
  const EdgeName name{"company:acme-zinc", RelationType::kAcquires,
                      "facility:port-mill"};
  CHECK(to_string(name) == "company:acme-zinc|acquires|facility:port-mill");
  CHECK(parse_edge_name(to_string(name)) == name);
  for (const char* wrong : {"", "a", "a|acquires", "a|swallows|b", "||"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_edge_name(wrong).has_value());
  }
}

TEST_CASE("stories for and against are counted by month, reprints once") {
  const EdgeHistory history = history_of(reports());
  REQUIRE(history.months.size() == 4);
  CHECK(text::to_date(history.months[0].begin) == "2025-10-01");
  CHECK(history.months[0].stating == 1);
  CHECK(history.months[0].modality == Modality::kRumoured);
  CHECK(history.months[1].stating == 2);
  CHECK(history.months[1].modality == Modality::kPlanned);
  CHECK(history.months[2].stating == 0);
  CHECK(history.months[2].denying == 1);
  CHECK_FALSE(history.months[2].modality.has_value());
  CHECK(text::to_date(history.months[3].begin) == "2026-01-01");
  CHECK(history.edge.story_count == 4);
  CHECK(history.edge.opposing_story_count == 1);
}

TEST_CASE("the turns of an edge go from rumour to deed, denials included") {
  const EdgeHistory history = history_of(reports());
  REQUIRE(history.turns.size() == 4);
  CHECK(history.turns[0].modality == Modality::kRumoured);
  CHECK(history.turns[1].modality == Modality::kPlanned);
  CHECK(history.turns[2].negated);
  CHECK(history.turns[3].modality == Modality::kAsserted);
  CHECK_FALSE(history.turns[3].negated);
  CHECK(history.turns[3].evidence.sentence.find("report 5") !=
        std::string::npos);
}

TEST_CASE("sentences that contradict each other stand side by side") {
  const EdgeHistory history = history_of(reports());
  REQUIRE(history.denying.size() == 1);
  CHECK(history.denying[0].article == text::ArticleId{4});
  REQUIRE(history.stating.size() == kEvidenceShown);
  CHECK(history.stating[0].article == text::ArticleId{5});
  CHECK(history.stating[1].article == text::ArticleId{3});
}

TEST_CASE("reports without a date are counted apart") {
  auto drafts = reports();
  drafts.push_back(report(7, "", Modality::kAsserted));
  const EdgeHistory history = history_of(drafts);
  CHECK(history.undated == 1);
  CHECK(history.months.size() == 4);
  CHECK(history.stating[0].article == text::ArticleId{5});
}

TEST_CASE("all evidence of an edge comes in pages") {
  const TemporaryDirectory directory;
  build(directory / "graph", reports());
  const GraphReader reader(directory / "graph");
  const auto all = reader.evidence({.edge = deal()});
  CHECK(all.total == 6);
  CHECK(all.evidence.size() == 6);
  CHECK(all.edge->source.id == id_of(kAcme));
  const auto third = reader.evidence({.edge = deal(), .offset = 2, .limit = 1});
  REQUIRE(third.evidence.size() == 1);
  CHECK(third.evidence[0].sentence == all.evidence[2].sentence);
}

TEST_CASE("an edge that nobody reported has no history") {
  const TemporaryDirectory directory;
  build(directory / "graph", reports());
  const GraphReader reader(directory / "graph");
  const EdgeName turned{id_of(kPort), RelationType::kAcquires, id_of(kAcme)};
  CHECK_FALSE(reader.history(turned).has_value());
  CHECK_FALSE(reader.evidence({.edge = turned}).edge.has_value());
}

TEST_CASE("a symmetric edge is found by either order of its ends") {
  const TemporaryDirectory directory;
  Draft draft = report(1, "2025-10-03", Modality::kAsserted);
  draft.relations[0].type = RelationType::kPartnersWith;
  build(directory / "graph", {draft});
  const GraphReader reader(directory / "graph");
  const auto there =
      reader.history({id_of(kAcme), RelationType::kPartnersWith, id_of(kPort)});
  const auto back =
      reader.history({id_of(kPort), RelationType::kPartnersWith, id_of(kAcme)});
  REQUIRE(there.has_value());
  REQUIRE(back.has_value());
  CHECK(back->edge.source.id == there->edge.source.id);
}

}  // namespace graph
