#include "server/api/story.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "generation/generation.h"
#include "graph/graph_builder.h"
#include "search/index_writer.h"
#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "tests/temporary_directory.h"
#include "text/analysis.h"

namespace server {
namespace {

constexpr char kNews[] =
    "Korea Zinc will build a smelter in Tennessee with the help of the state. "
    "The works is to make zinc, lead and thirteen other metals from 2029 on. "
    "It replaces an older one that Nyrstar sold last year.";

text::Article article(uint64_t id, std::string_view date, std::string body) {
  text::Article article;
  article.id = text::ArticleId{id};
  article.title = "A smelter for Tennessee";
  article.body = std::move(body);
  article.published = text::parse_rfc3339(date);
  article.source = "Wire " + std::to_string(id);
  article.language = "en";
  return article;
}

// The story as it was told on three days, the first report not the first one
// by id, and once on none; and other news.
void publish_reprints(const std::filesystem::path& data) {
  const std::string news = kNews;
  const generation::WriterLock lock(data);
  generation::NewGeneration draft(data, lock);
  const std::string name = to_string(draft.id());
  search::SegmentWriter segment(draft.search_directory() / name);
  graph::GraphBuilder graph(draft.graph_directory(), std::nullopt);
  for (const text::Article& one :
       {article(1, "2026-01-03", news + " Nobody was hurt."),
        article(2, "2026-01-01", news),
        article(3, "2026-01-02", news.substr(0, news.rfind("It replaces"))),
        article(4, "", news), article(5, "2026-01-01", "Copper is dear.")}) {
    segment.add(one, {});
    graph.add(one, {}, {});
  }
  segment.finish();
  generation::Manifest manifest;
  manifest.analysis_version = text::kAnalysisVersion;
  manifest.articles = 5;
  manifest.graph = graph.finish();
  manifest.segments = {{name, 5, {}}};
  draft.publish(manifest);
}

struct Reprints {
  Reprints() {
    publish_reprints(data.path());
    generation = generation::open_current(data.path());
  }

  nlohmann::ordered_json story(const Parameters& parameters) const {
    return api::story(parameters, *generation);
  }

  TemporaryDirectory data;
  std::shared_ptr<const generation::Generation> generation;
};

}  // namespace

TEST_CASE("a story knows its first report and what later ones changed") {
  const auto json = Reprints().story({{"id", "0000000000000003"}});
  CHECK(json["story"] == "0000000000000001");
  CHECK(json["first_report"]["id"] == "0000000000000002");
  REQUIRE(json["total"] == 4);
  const auto& reports = json["reports"];
  CHECK(reports[0]["id"] == "0000000000000002");
  CHECK_FALSE(reports[0].contains("added"));
  CHECK(reports[1]["id"] == "0000000000000003");
  CHECK(reports[1]["removed"]["total"] == 1);
  CHECK(reports[1]["removed"]["sentences"][0]["text"] ==
        "It replaces an older one that Nyrstar sold last year.");
  CHECK(reports[2]["added"]["sentences"][0]["text"] == "Nobody was hurt.");
  CHECK(reports[2]["resemblance"] > 0.9);
  CHECK(reports[3]["id"] == "0000000000000004");
  CHECK(reports[3]["resemblance"] == 1.0);
}

TEST_CASE("the reports of a story come by pages") {
  const Reprints archive;
  Parameters parameters{{"id", "0000000000000001"}, {"limit", "3"}};
  auto json = archive.story(parameters);
  CHECK(json["reports"].size() == 3);
  parameters = {{"id", "0000000000000001"},
                {"limit", "3"},
                {"cursor", json["next_cursor"].get<std::string>()}};
  json = archive.story(parameters);
  REQUIRE(json["reports"].size() == 1);
  CHECK(json["reports"][0]["id"] == "0000000000000004");
  CHECK(json["first_report"]["id"] == "0000000000000002");
  CHECK_FALSE(json.contains("next_cursor"));
}

TEST_CASE("what only one article tells is a story of one report") {
  const auto json = Reprints().story({{"id", "0000000000000005"}});
  CHECK(json["total"] == 1);
  CHECK_THROWS_AS(Reprints().story({{"id", "0000000000000009"}}), NotFound);
}

}  // namespace server
