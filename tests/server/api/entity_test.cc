#include "server/api/entity.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"

namespace server {

TEST_CASE("an entity comes with its aliases and when it was reported") {
  const SampleArchive archive;
  const auto json =
      api::entity({{"id", "company:korea-zinc"}}, archive.generation());
  const auto& entity = json["entity"];
  CHECK(entity["name"] == "Korea Zinc");
  CHECK(entity["type"] == "company");
  CHECK(entity["aliases"] == nlohmann::json::array({"고려아연"}));
  CHECK(entity["first_reported"] == "2025-11-02T00:00:00Z");
  CHECK(entity["last_reported"] == "2025-12-16T00:24:00Z");
  CHECK(entity["edge_count"] == 1);
}

TEST_CASE("dates that no article has are absent") {
  const SampleArchive archive;
  const auto json =
      api::entity({{"id", "commodity:copper"}}, archive.generation());
  CHECK_FALSE(json["entity"].contains("first_reported"));
}

TEST_CASE("an entity that isn't there is not found") {
  const SampleArchive archive;
  CHECK_THROWS_AS(api::entity({{"id", "company:x"}}, archive.generation()),
                  NotFound);
}

}  // namespace server
