#include "server/api/entities.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("without a name all entities come, most reported first") {
  const SampleArchive archive;
  const auto json = api::entities({}, archive.generation());
  CHECK(json["total"] == 4);
  CHECK(json["entities"].size() == 4);
  CHECK(json["entities"][0]["id"] == "company:korea-zinc");
  CHECK(json["entities"][0]["article_count"] == 2);
}

TEST_CASE("several types are read as any of them") {
  const SampleArchive archive;
  const auto json = api::entities({{"type", "company"}, {"type", "facility"}},
                                  archive.generation());
  CHECK(json["entities"].size() == 3);
  CHECK(json["entities"][0]["id"] == "company:korea-zinc");
}

TEST_CASE("a name gives the entities that it fits, and how") {
  const SampleArchive archive;
  const auto json = api::entities({{"q", "고려아연"}}, archive.generation());
  REQUIRE(json["entities"].size() == 1);
  CHECK(json["entities"][0]["name"] == "Korea Zinc");
  CHECK(json["entities"][0]["match"] == "alias");
  CHECK(json["entities"][0]["matched"] == "고려아연");
}

TEST_CASE("pages follow one another without loss") {
  const SampleArchive archive;
  const auto first = api::entities({{"limit", "3"}}, archive.generation());
  CHECK(first["entities"].size() == 3);
  const auto second = api::entities(
      {{"limit", "3"}, {"cursor", first["next_cursor"].get<std::string>()}},
      archive.generation());
  CHECK(second["entities"].size() == 1);
  CHECK_FALSE(second.contains("next_cursor"));
}

TEST_CASE("an unknown type is refused") {
  const SampleArchive archive;
  CHECK_THROWS_WITH_AS(api::entities({{"type", "x"}}, archive.generation()),
                       "type: there is no `x`", text::BadRequest);
}

}  // namespace server
