#include "graph/central.h"

#include <doctest/doctest.h>

#include "graph/report_rows.h"
#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kBolt = "company:Bolt Metals";
const std::string kOslo = "place:Oslo";

Draft report(uint64_t id, const std::string& published,
             const std::string& source, const std::string& target) {
  return {.id = id,
          .body = source.substr(source.find(':') + 1) + " and " +
                  target.substr(target.find(':') + 1) + ". " + filler(id),
          .names = {source, target},
          .relations = {{source, RelationType::kSupplies, target}},
          .published = published};
}

// In January everything turns on Acme Zinc, in February on Bolt Metals.
std::vector<Draft> reports() {
  std::vector<Draft> drafts;
  for (uint64_t i = 0; i < 5; ++i) {
    const std::string mine = "facility:Mine " + std::to_string(i);
    drafts.push_back(report(i + 1, "2025-01-10", kAcme, mine));
    drafts.push_back(report(i + 11, "2025-02-10", kBolt, mine));
  }
  drafts.push_back(report(21, "2025-01-11", kAcme, kOslo));
  drafts.push_back(report(22, "", kOslo, kBolt));
  return drafts;
}

struct SampleGraph {
  SampleGraph() { build(directory / "graph", reports()); }

  CentralAnswer central(const CentralRequest& request) const {
    return GraphReader(directory / "graph").central(request);
  }

  TemporaryDirectory directory;
};

text::Timestamp day(std::string_view text) {
  return text::parse_rfc3339(text).value();
}

}  // namespace

TEST_CASE("each period has its own central entity") {
  const SampleGraph graph;
  const auto january =
      graph.central({.period = {day("2025-01"), day("2025-02")}});
  REQUIRE_FALSE(january.entities.empty());
  CHECK(january.articles == 6);
  CHECK(january.sampled == 1);
  CHECK(january.entities[0].entity.id == id_of(kAcme));
  CHECK(january.entities[0].story_count == 6);
  CHECK(january.entities[0].edge_count == 6);
  const auto february =
      graph.central({.period = {day("2025-02"), std::nullopt}});
  CHECK(february.entities.at(0).entity.id == id_of(kBolt));
  CHECK(february.articles == 5);
}

TEST_CASE("scores of all entities sum to one, the highest first") {
  const SampleGraph graph;
  const auto all = graph.central({});
  CHECK(all.articles == 12);
  double sum = 0;
  for (size_t i = 0; i < all.entities.size(); ++i) {
    sum += all.entities[i].score;
    if (i > 0) CHECK(all.entities[i].score <= all.entities[i - 1].score);
  }
  CHECK(sum == doctest::Approx(1));
}

TEST_CASE("central entities are filtered by type and bounded") {
  const SampleGraph graph;
  const auto places = graph.central({.types = {text::EntityType::kPlace}});
  REQUIRE(places.entities.size() == 1);
  CHECK(places.entities[0].entity.id == id_of(kOslo));
  CHECK(graph.central({.limit = 2}).entities.size() == 2);
}

TEST_CASE("a reprint makes nobody more central") {
  const TemporaryDirectory directory;
  auto drafts = reports();
  drafts.push_back(drafts.back());
  drafts.back().id = 50;
  build(directory / "graph", drafts);
  const auto answer = GraphReader(directory / "graph").central({});
  const SampleGraph graph;
  const auto once = graph.central({});
  REQUIRE(answer.entities.size() == once.entities.size());
  CHECK(answer.entities[0].score == doctest::Approx(once.entities[0].score));
}

TEST_CASE("a period without articles has no central entities") {
  const SampleGraph graph;
  const auto none = graph.central({.period = {day("2020"), day("2021")}});
  CHECK(none.entities.empty());
  CHECK(none.articles == 0);
}

TEST_CASE("reports are kept as documented") {
  const ReportKey key{day("2025-12-16T00:24:00Z"), text::ArticleId{42}};
  CHECK(to_hex(encode(key)) == "bfffffff96bf595f000000000000002a");
  CHECK(decode_report_key(encode(key)) == key);
  const ReportRecord record{
      text::ArticleId{42},
      {{EntityId{7}, RelationType::kAcquires, EntityId{9}}}};
  CHECK(to_hex(encode(record)) ==
        "000000000000002a"
        "02"
        "0000000000000007"
        "0000000000000009"
        "01"
        "00"
        "00"
        "01");
  CHECK(decode_report(encode(record)) == record);
}

}  // namespace graph
