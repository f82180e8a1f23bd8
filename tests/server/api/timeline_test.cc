#include "server/api/timeline.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {
namespace {

api::Json timeline(const std::string& name, const std::string& value) {
  const SampleArchive archive;
  return api::timeline({{"id", "company:korea-zinc"}, {name, value}},
                       archive.generation());
}

}  // namespace

TEST_CASE("an event tells its relation, date, modality and sentence") {
  const auto json = timeline("sort", "oldest");
  CHECK(json["total"] == 1);
  CHECK(json["total_relation"] == "eq");
  const auto& event = json["events"][0];
  CHECK(event["relation"] ==
        "company:korea-zinc|acquires|facility:clarksville-smelter");
  CHECK(event["published"] == "2025-12-16T00:24:00Z");
  CHECK(event["modality"] == "planned");
  CHECK(event["negated"] == false);
  CHECK(event["story"] == kDealId);
  CHECK(event["evidence"]["article"] == kDealId);
}

TEST_CASE("a timeline is filtered by period and relation") {
  CHECK(timeline("from", "2026")["total"] == 0);
  CHECK(timeline("to", "2026")["total"] == 1);
  CHECK(timeline("relation", "owns")["total"] == 0);
  CHECK(timeline("other", "facility:clarksville-smelter")["total"] == 1);
}

TEST_CASE("a timeline of nobody, or in no order, is refused") {
  CHECK_THROWS_AS(timeline("sort", "best"), text::BadRequest);
  const SampleArchive archive;
  CHECK_THROWS_AS(
      api::timeline({{"id", "company:nobody"}}, archive.generation()),
      NotFound);
  CHECK_THROWS_AS(
      api::timeline(
          {{"id", "company:nyrstar"}, {"from", "2026"}, {"to", "2025"}},
          archive.generation()),
      text::BadRequest);
}

}  // namespace server
