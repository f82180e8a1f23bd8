#include "graph/news.h"

#include <doctest/doctest.h>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

using text::RelationType;

const std::string kAcme = "company:Acme Zinc";
const std::string kBolt = "company:Bolt Metals";
const std::string kPort = "facility:Port Mill";

Draft report(uint64_t id, const std::string& published,
             const std::string& source, const std::string& target) {
  return {.id = id,
          .body = source.substr(source.find(':') + 1) + " supplies " +
                  target.substr(target.find(':') + 1) + ". " + filler(id),
          .names = {source, target},
          .relations = {{source, RelationType::kSupplies, target}},
          .published = published};
}

NewsAnswer news_of(const std::vector<Draft>& drafts,
                   const NewsRequest& request) {
  const TemporaryDirectory directory;
  build(directory / "graph", drafts);
  return GraphReader(directory / "graph").news(request);
}

// Acme Zinc and Port Mill are known; Bolt Metals comes in the last week.
std::vector<Draft> reports() {
  return {report(1, "2025-11-01", kAcme, kPort),
          report(2, "2026-01-09T12:00:00Z", kAcme, kPort),
          report(3, "2026-01-10T12:00:00Z", kBolt, kPort),
          report(4, "", kBolt, kAcme)};
}

}  // namespace

TEST_CASE("new is what was first reported in the last days with articles") {
  const auto news = news_of(reports(), {});
  CHECK(text::to_date(*news.period.from) == "2026-01-04");
  CHECK(text::to_date(*news.period.to) == "2026-01-11");
  CHECK(news.entity_total == 1);
  REQUIRE(news.entities.size() == 1);
  CHECK(news.entities[0].entity.id == id_of(kBolt));
  REQUIRE(news.edges.size() == 1);
  CHECK(news.edge_total == 1);
  CHECK(news.edges[0].source.id == id_of(kBolt));
  CHECK(news.edges[0].evidence.at(0).sentence ==
        "Bolt Metals supplies Port Mill.");
}

TEST_CASE("what an undated report tells may be old, and is not new") {
  auto drafts = reports();
  drafts.push_back(report(5, "2026-01-10", kBolt, kAcme));
  CHECK(news_of(drafts, {}).edge_total == 1);
}

TEST_CASE("more days bring more, the first of them included") {
  const auto all = news_of(reports(), {.days = 31});
  CHECK(all.entity_total == 1);
  std::vector<Draft> drafts = reports();
  drafts[0].published = "2026-01-09";
  CHECK(news_of(drafts, {.days = 2}).entity_total == 3);
  CHECK(news_of(drafts, {.days = 1}).entity_total == 1);
}

TEST_CASE("pages of what is new follow each other") {
  auto drafts = reports();
  drafts[0].published = "2026-01-09";
  const auto second = news_of(drafts, {.offset = 1, .limit = 1});
  CHECK(second.entity_total == 3);
  CHECK(second.entities.size() == 1);
  CHECK(second.edges.size() == 1);
}

TEST_CASE("an archive without dates has no news") {
  const auto news = news_of({report(1, "", kAcme, kPort)}, {});
  CHECK(news.entities.empty());
  CHECK(news.edges.empty());
}

TEST_CASE("the last days are not those of one date in the far future") {
  auto drafts = reports();
  for (uint64_t id = 5; id <= 25; ++id) {
    drafts.push_back(report(id, "2025-11-02", kAcme, kPort));
  }
  drafts.push_back(report(26, "2099-01-10", kBolt, kAcme));
  const auto news = news_of(drafts, {});
  CHECK(text::to_date(*news.period.to) == "2026-01-11");
  REQUIRE(news.edges.size() == 1);
  CHECK(news.edges[0].source.id == id_of(kBolt));
}

}  // namespace graph
