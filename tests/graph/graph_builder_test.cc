#include "graph/graph_builder.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/graph/tiny_archive.h"
#include "text/error.h"

namespace graph {
namespace {

using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kBolt = "company:Bolt Metals";
const std::string kPort = "facility:Port Mill";
const std::string kOslo = "place:Oslo";

std::vector<Draft> sample() {
  std::vector<Draft> drafts;
  for (uint64_t id = 1; id <= 12; ++id) {
    drafts.push_back({.id = id * 37 % 101, .body = filler(id)});
  }
  drafts[0].body = "Acme Zinc bought Port Mill. " + filler(1);
  drafts[0].names = {kAcme, kPort};
  drafts[0].relations = {{kAcme, RelationType::kAcquires, kPort}};
  drafts[1].body = "Bolt Metals and Acme Zinc met in Oslo. " + filler(2);
  drafts[1].names = {kAcme, kBolt, kOslo};
  drafts[1].relations = {{kBolt, RelationType::kPartnersWith, kAcme}};
  drafts[2].body = drafts[0].body;
  drafts[2].names = drafts[0].names;
  drafts[2].relations = drafts[0].relations;
  drafts[3].body = "Port Mill stands in Oslo. " + filler(4);
  drafts[3].names = {kPort, kOslo};
  drafts[3].relations = {{kPort, RelationType::kLocatedIn, kOslo}};
  return drafts;
}

std::vector<Draft> part(const std::vector<Draft>& drafts, size_t begin,
                        size_t end) {
  return {drafts.begin() + static_cast<std::ptrdiff_t>(begin),
          drafts.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

TEST_CASE("a graph counts what it was built of") {
  const TemporaryDirectory directory;
  const GraphCounts counts = build(directory / "graph", sample());
  CHECK(counts.articles == 12);
  CHECK(counts.stories == 11);
  CHECK(counts.entities == 4);
  CHECK(counts.edges == 3);
  CHECK(counts.evidence == 4);
  CHECK(counts.mentions == 9);
  CHECK(GraphReader(directory / "graph").counts() == counts);
}

TEST_CASE("the order of articles makes no difference") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  build(directory / "forth", drafts);
  std::ranges::reverse(drafts);
  build(directory / "back", drafts);
  CHECK(dump(directory / "forth") == dump(directory / "back"));
}

TEST_CASE("batches give the graph that one rebuild gives") {
  const TemporaryDirectory directory;
  const auto drafts = sample();
  build(directory / "first", part(drafts, 0, 3));
  build(directory / "second", part(drafts, 3, 12), directory / "first");
  build(directory / "whole", drafts);
  CHECK(dump(directory / "second") == dump(directory / "whole"));
}

TEST_CASE("an article that comes again replaces the one before") {
  const TemporaryDirectory directory;
  auto drafts = sample();
  auto older = drafts;
  older[3].body = "Bolt Metals closed Port Mill. " + filler(4);
  older[3].names = {kBolt, kPort};
  older[3].relations.clear();
  build(directory / "first", older);
  build(directory / "second", part(drafts, 3, 4), directory / "first");
  build(directory / "whole", drafts);
  CHECK(dump(directory / "second") == dump(directory / "whole"));

  auto twice = older;
  twice.push_back(drafts[3]);
  build(directory / "twice", twice);
  CHECK(dump(directory / "twice") == dump(directory / "whole"));
}

TEST_CASE("a removed article leaves no trace") {
  const TemporaryDirectory directory;
  const auto drafts = sample();
  build(directory / "first", drafts);
  GraphBuilder builder(directory / "second", directory / "first");
  builder.remove(text::ArticleId{drafts[0].id});
  builder.remove(text::ArticleId{9999});
  builder.finish();
  build(directory / "whole", part(drafts, 1, 12));
  CHECK(dump(directory / "second") == dump(directory / "whole"));
}

TEST_CASE("an empty graph is a graph") {
  const TemporaryDirectory directory;
  CHECK(build(directory / "graph", {}) == GraphCounts{});
  const GraphReader reader(directory / "graph");
  CHECK(reader.entities(std::nullopt, 0, 10).empty());
  CHECK(reader.resolve("zinc", 10).empty());
}

TEST_CASE("a finished graph holds no temporary files") {
  const TemporaryDirectory directory;
  build(directory / "graph", sample());
  for (const auto& entry :
       std::filesystem::directory_iterator(directory / "graph")) {
    const std::string name = entry.path().filename();
    CHECK_FALSE(name.starts_with("sort-"));
    CHECK_FALSE(name.ends_with(".sorted"));
  }
}

TEST_CASE("a directory that exists is not built into") {
  const TemporaryDirectory directory;
  build(directory / "graph", {});
  CHECK_THROWS_AS(GraphBuilder(directory / "graph", std::nullopt),
                  text::StorageError);
}

TEST_CASE("an unfinished graph is refused") {
  const TemporaryDirectory directory;
  { const GraphBuilder builder(directory / "graph", std::nullopt); }
  CHECK_THROWS_AS(GraphReader(directory / "graph"), text::StorageError);
}

}  // namespace graph
