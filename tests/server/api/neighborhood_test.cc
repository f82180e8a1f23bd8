#include "server/api/neighborhood.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("a neighbourhood begins with what was asked about") {
  const SampleArchive archive;
  const auto json = api::neighborhood({{"entity", "company:korea-zinc"}},
                                      archive.generation());
  CHECK(json["nodes"][0]["id"] == "company:korea-zinc");
  CHECK(json["nodes"].size() > 1);
  bool has_acquisition = false;
  for (const auto& edge : json["edges"]) {
    has_acquisition |= edge.value("type", "") == "acquires" &&
                       edge["source"] == "company:korea-zinc" &&
                       edge["target"] == "facility:clarksville-smelter";
  }
  CHECK(has_acquisition);
}

TEST_CASE("a neighbourhood of nothing or of too much is refused") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  CHECK_THROWS_AS(api::neighborhood({}, generation), text::BadRequest);
  CHECK_THROWS_AS(api::neighborhood({{"entity", "company:x"}}, generation),
                  NotFound);
  CHECK_THROWS_AS(
      api::neighborhood({{"entity", "company:nyrstar"}, {"hops", "4"}},
                        generation),
      text::BadRequest);
}

}  // namespace server
