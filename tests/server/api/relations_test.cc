#include "server/api/relations.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("a relation is seen from both of its ends") {
  const SampleArchive archive;
  const auto out =
      api::relations({{"id", "company:korea-zinc"}}, archive.generation());
  CHECK(out["total"] == 1);
  const auto& edge = out["relations"][0];
  CHECK(edge["id"] ==
        "company:korea-zinc|acquires|facility:clarksville-smelter");
  CHECK(edge["direction"] == "out");
  CHECK(edge["modality"] == "planned");
  CHECK(edge["stories"] == 1);
  CHECK(edge["evidence"][0]["article"] == kDealId);
  const auto in = api::relations({{"id", "facility:clarksville-smelter"}},
                                 archive.generation());
  CHECK(in["relations"][0]["direction"] == "in");
}

TEST_CASE("relations are filtered by direction and confidence") {
  const SampleArchive archive;
  const auto total = [&](const char* name, const char* value) {
    return api::relations({{"id", "company:korea-zinc"}, {name, value}},
                          archive.generation())["total"]
        .get<int>();
  };
  CHECK(total("direction", "out") == 1);
  CHECK(total("direction", "in") == 0);
  CHECK(total("min_confidence", "0.5") == 1);
  CHECK(total("min_confidence", "0.95") == 0);
  CHECK(total("relation", "owns") == 0);
  CHECK_THROWS_AS(total("direction", "up"), text::BadRequest);
}

TEST_CASE("relations are told as of a day, that day included") {
  const SampleArchive archive;
  const auto total = [&](const char* name, const char* value) {
    return api::relations({{"id", "company:korea-zinc"}, {name, value}},
                          archive.generation())["total"]
        .get<int>();
  };
  CHECK(total("as_of", "2025-12-16") == 1);
  CHECK(total("as_of", "2025-12-15") == 0);
  CHECK(total("from", "2025-12") == 1);
  CHECK(total("to", "2025-12") == 0);
  CHECK_THROWS_AS(
      api::relations(
          {{"id", "company:korea-zinc"}, {"from", "2026"}, {"as_of", "2025"}},
          archive.generation()),
      text::BadRequest);
}

}  // namespace server
