#include "graph/paths.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

using text::RelationType;

const std::string kAda = "person:Ada Quill";
const std::string kAcme = "company:Acme Zinc";
const std::string kBolt = "company:Bolt Metals";
const std::string kCairn = "company:Cairn Power";
const std::string kPort = "facility:Port Mill";
const std::string kOslo = "place:Oslo";
const std::string kLand = "place:Everyland";

std::string name(const std::string& typed_name) {
  return typed_name.substr(typed_name.find(':') + 1);
}

// One story that states one edge.
Draft say(uint64_t id, const std::string& source, RelationType type,
          const std::string& target, float confidence = 0.9f) {
  return {
      .id = id,
      .body = name(source) + " is tied to " + name(target) + ". " + filler(id),
      .names = {source, target},
      .relations = {{.source = source,
                     .type = type,
                     .target = target,
                     .confidence = confidence}}};
}

PathsAnswer find(const std::vector<Draft>& drafts, PathsRequest request) {
  const TemporaryDirectory directory;
  build(directory / "graph", drafts);
  request.from = id_of(request.from);
  request.to = id_of(request.to);
  return GraphReader(directory / "graph").paths(request);
}

std::string nodes(const Path& path) {
  std::string line;
  for (const EntitySummary& node : path.nodes) {
    line += (line.empty() ? "" : " > ") + node.name;
  }
  return line;
}

std::vector<std::string> all_nodes(const PathsAnswer& answer) {
  std::vector<std::string> lines;
  for (const Path& path : answer.paths) lines.push_back(nodes(path));
  return lines;
}

// Ada leads Acme, which owns Port Mill, which stands in Oslo, where Bolt sits.
std::vector<Draft> chain() {
  return {say(1, kAda, RelationType::kLeads, kAcme),
          say(2, kAcme, RelationType::kOwns, kPort),
          say(3, kPort, RelationType::kLocatedIn, kOslo),
          say(4, kBolt, RelationType::kHeadquarteredIn, kOslo)};
}

}  // namespace

TEST_CASE("a path of four steps tells each with its sentence") {
  const auto answer = find(chain(), {.from = kAda, .to = kBolt});
  REQUIRE(answer.paths.size() == 1);
  const Path& path = answer.paths[0];
  CHECK(nodes(path) ==
        "Ada Quill > Acme Zinc > Port Mill > Oslo > Bolt Metals");
  REQUIRE(path.hops.size() == 4);
  CHECK(path.hops[1].edge->type == RelationType::kOwns);
  CHECK(path.hops[1].edge->source.name == "Acme Zinc");
  CHECK(path.hops[1].edge->evidence.at(0).sentence ==
        "Acme Zinc is tied to Port Mill.");
  // Seen from Oslo the last relation comes in.
  CHECK(path.hops[3].edge->source.name == "Bolt Metals");
  CHECK_FALSE(answer.by_association);
  CHECK_FALSE(answer.is_cut);
}

TEST_CASE("the way back is the same path") {
  const auto there = find(chain(), {.from = kAda, .to = kBolt});
  const auto back = find(chain(), {.from = kBolt, .to = kAda});
  CHECK(nodes(back.paths.at(0)) ==
        "Bolt Metals > Oslo > Port Mill > Acme Zinc > Ada Quill");
  CHECK(back.paths.at(0).score == doctest::Approx(there.paths.at(0).score));
}

TEST_CASE("no path is longer than asked for") {
  for (uint32_t hops = 1; hops <= 3; ++hops) {
    const auto answer =
        find(chain(), {.from = kAda, .to = kBolt, .max_hops = hops});
    CHECK(answer.paths.empty());
  }
  const auto three = find(chain(), {.from = kAda, .to = kOslo, .max_hops = 3});
  CHECK(three.paths.size() == 1);
}

TEST_CASE("the score is the product of the steps, hubs damped") {
  const auto answer = find(chain(), {.from = kAda, .to = kPort});
  const Path& path = answer.paths.at(0);
  const double strengths = path.hops.at(0).strength * path.hops.at(1).strength;
  CHECK(path.score < strengths);
  CHECK(path.score > 0.9 * strengths);
  CHECK(path.hops[0].strength == doctest::Approx(0.9 * 1 / 2.5));
}

TEST_CASE("a short weak path is told beside the stronger long ones") {
  auto drafts = chain();
  // Directly, but hardly believed.
  drafts.push_back(say(5, kAda, RelationType::kLivesIn, kPort, 0.01f));
  const auto one = find(drafts, {.from = kAda, .to = kPort, .limit = 1});
  CHECK(all_nodes(one) == std::vector<std::string>{"Ada Quill > Port Mill"});
  const auto two = find(drafts, {.from = kAda, .to = kPort, .limit = 2});
  CHECK(all_nodes(two) ==
        std::vector<std::string>{"Ada Quill > Acme Zinc > Port Mill",
                                 "Ada Quill > Port Mill"});
}

TEST_CASE("of two ways the one over a hub comes last") {
  std::vector<Draft> drafts = {say(1, kAda, RelationType::kLeads, kAcme),
                               say(2, kAcme, RelationType::kOwns, kPort),
                               say(3, kAda, RelationType::kLeads, kCairn),
                               say(4, kCairn, RelationType::kOwns, kPort)};
  for (uint64_t id = 5; id < 45; ++id) {
    drafts.push_back(say(id, kCairn, RelationType::kOwns,
                         "facility:Mine " + std::to_string(id)));
  }
  const auto answer = find(drafts, {.from = kAda, .to = kPort});
  CHECK(all_nodes(answer) ==
        std::vector<std::string>{"Ada Quill > Acme Zinc > Port Mill",
                                 "Ada Quill > Cairn Power > Port Mill"});
  CHECK(answer.paths.at(0).score > answer.paths.at(1).score);
}

TEST_CASE("no path goes through an entity twice, and none is told twice") {
  auto drafts = chain();
  drafts.push_back(say(5, kAda, RelationType::kFounded, kAcme));
  drafts.push_back(say(6, kAcme, RelationType::kOperates, kPort));
  drafts.push_back(say(7, kAcme, RelationType::kCompetesWith, kBolt));
  drafts.push_back(say(8, kAcme, RelationType::kHeadquarteredIn, kOslo));
  const auto answer = find(drafts, {.from = kAda, .to = kOslo, .limit = 20});
  auto lines = all_nodes(answer);
  CHECK(lines.size() == 3);
  for (const Path& path : answer.paths) {
    std::vector<std::string> names;
    for (const EntitySummary& node : path.nodes) names.push_back(node.id);
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
  }
  std::ranges::sort(lines);
  CHECK(std::ranges::adjacent_find(lines) == lines.end());
}

TEST_CASE("a step over several relations counts them and tells the strongest") {
  auto drafts = chain();
  drafts.push_back(say(5, kAda, RelationType::kLivesIn, kAcme));
  const auto answer = find(drafts, {.from = kAda, .to = kAcme});
  const Hop& hop = answer.paths.at(0).hops.at(0);
  CHECK(hop.edge_count == 2);
  CHECK(hop.edge->type == RelationType::kLeads);
}

TEST_CASE("where no relations lead, entities named together do") {
  auto drafts = chain();
  for (uint64_t id = 5; id <= 6; ++id) {
    drafts.push_back({.id = id,
                      .body = "Bolt Metals met Cairn Power. " + filler(id),
                      .names = {kBolt, kCairn}});
  }
  for (uint64_t id = 7; id <= 20; ++id) {
    drafts.push_back({.id = id, .body = filler(id), .names = {}});
  }
  const auto answer = find(drafts, {.from = kPort, .to = kCairn});
  REQUIRE(answer.paths.size() == 1);
  CHECK(answer.by_association);
  CHECK(nodes(answer.paths[0]) ==
        "Port Mill > Oslo > Bolt Metals > Cairn Power");
  const Hop& last = answer.paths[0].hops.at(2);
  CHECK_FALSE(last.edge.has_value());
  CHECK(last.association->story_count == 2);
  CHECK(last.sightings.at(0).sentence == "Bolt Metals met Cairn Power.");
}

TEST_CASE("what nothing connects has no path") {
  auto drafts = chain();
  drafts.push_back({.id = 5, .body = "Everyland is far.", .names = {kLand}});
  const auto answer = find(drafts, {.from = kAda, .to = kLand});
  CHECK(answer.paths.empty());
  CHECK_FALSE(answer.is_cut);
}

TEST_CASE("nobody is connected with oneself, or with what is unknown") {
  CHECK(find(chain(), {.from = kAda, .to = kAda}).paths.empty());
  CHECK(find(chain(), {.from = kAda, .to = "place:Nowhere"}).paths.empty());
}

}  // namespace graph
