#include "server/api/facts.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("a series tells its points with their words and sentences") {
  const SampleArchive archive;
  const auto json =
      api::facts({{"id", "commodity:copper"}}, archive.generation());
  CHECK(json["total"] == 1);
  const auto& series = json["series"][0];
  CHECK(series["measure"] == "price");
  CHECK(series["unit"] == "USD/t");
  CHECK(series["point_count"] == 1);
  const auto& point = series["points"][0];
  CHECK(point["value"] == 9000);
  CHECK(point["text"] == "$9,000");
  CHECK_FALSE(point.contains("date"));
  CHECK(point["evidence"]["article"] == kCopperId);
}

TEST_CASE("facts of nobody or of no time are refused") {
  const SampleArchive archive;
  CHECK_THROWS_AS(api::facts({{"id", "company:x"}}, archive.generation()),
                  NotFound);
  CHECK_THROWS_AS(
      api::facts({{"id", "commodity:copper"}, {"from", "2026"}, {"to", "2025"}},
                 archive.generation()),
      text::BadRequest);
  CHECK(api::facts({{"id", "commodity:copper"}, {"measure", "grade"}},
                   archive.generation())["total"] == 0);
}

}  // namespace server
