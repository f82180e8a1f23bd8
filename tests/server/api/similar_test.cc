#include "server/api/similar.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("similar articles tell which entities they share") {
  const SampleArchive archive;
  const auto json = api::similar({{"id", kDealId}}, archive.generation());
  REQUIRE(json["similar"].size() == 1);
  CHECK(json["similar"][0]["id"] == kKoreanId);
  CHECK(json["similar"][0]["shared"].dump() ==
        R"([{"id":"company:korea-zinc","name":"Korea Zinc",)"
        R"("type":"company"}])");
}

TEST_CASE("nothing is similar to an article that is not there") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  for (const char* id : {"0000000000000009", "zinc"}) {
    CHECK_THROWS_AS(api::similar({{"id", id}}, generation), NotFound);
  }
  CHECK_THROWS_AS(api::similar({{"id", kDealId}, {"limit", "0"}}, generation),
                  text::BadRequest);
}

}  // namespace server
