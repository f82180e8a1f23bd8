#include "generation/generation.h"

#include <doctest/doctest.h>

#include "generation/durable_file.h"
#include "tests/generation/sample_generation.h"
#include "tests/temporary_directory.h"
#include "text/analysis.h"
#include "text/error.h"

namespace generation {

namespace {

const search::EntityResolver kNoEntities = [](std::string_view) {
  return std::vector<std::string>();
};

}  // namespace

TEST_CASE("the current generation answers with text and graph of one batch") {
  const TemporaryDirectory temporary;
  publish_article(temporary.path(), "Smelter restarts");
  const auto generation = open_current(temporary.path());
  CHECK(generation->id() == GenerationId{1});
  CHECK(generation->graph().counts().articles == 1);
  const auto answer =
      generation->index().search({.query = "smelter"}, kNoEntities);
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].article.title == "Smelter restarts");
}

TEST_CASE("a generation stays readable when newer ones are published") {
  const TemporaryDirectory temporary;
  publish_article(temporary.path(), "one");
  const auto old = open_current(temporary.path());
  for (const char* title : {"two", "three", "four"}) {
    publish_article(temporary.path(), title);
  }
  CHECK(old->index().article(text::ArticleId{1})->title == "one");
  CHECK(open_current(temporary.path())
            ->index()
            .article(text::ArticleId{1})
            ->title == "four");
}

TEST_CASE("an empty data directory says how to fill it") {
  const TemporaryDirectory temporary;
  CHECK_THROWS_WITH_AS(open_current(temporary.path()),
                       doctest::Contains("nothing indexed yet"),
                       text::StorageError);
}

TEST_CASE("articles analysed in another way are refused") {
  const TemporaryDirectory temporary;
  publish_article(temporary.path(), "one");
  const auto file =
      generation_path(temporary.path(), GenerationId{1}) / "manifest.json";
  Manifest manifest = read_manifest(file);
  manifest.analysis_version = text::kAnalysisVersion + 1;
  write_manifest(manifest, file);
  CHECK_THROWS_WITH_AS(open_current(temporary.path()),
                       doctest::Contains("--rebuild"), text::StorageError);
}

}  // namespace generation
