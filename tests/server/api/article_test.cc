#include "server/api/article.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"

namespace server {

TEST_CASE("an article comes with its mentions and relations") {
  const SampleArchive archive;
  const auto json = api::article({{"id", kDealId}}, archive.generation());
  CHECK(json["article"]["id"] == kDealId);
  CHECK(json["article"]["published"] == "2025-12-16T00:24:00Z");
  CHECK(json["article"]["body"].get<std::string>().starts_with("Naïve"));
  CHECK(json["article"]["modified"] == "2025-12-17T08:00:00Z");
  CHECK(json["article"]["section"] == "Markets");
  CHECK_FALSE(json["article"].contains("authors"));
  const auto& mention = json["mentions"][0];
  CHECK(mention["text"] == "Korea Zinc");
  CHECK(mention["class"] == "ORG");
  CHECK(mention["entity"] == "company:korea-zinc");
  const auto& relation = json["relations"][0];
  CHECK(relation["type"] == "acquires");
  CHECK(relation["modality"] == "planned");
  CHECK(relation["confidence"] == 0.9);
  CHECK(relation["source_name"] == "Korea Zinc");
  CHECK(relation["target_name"] == "Clarksville smelter");
  CHECK(json["generation"] == "000001");
}

TEST_CASE("offsets are code points, not bytes") {
  const SampleArchive archive;
  const auto json = api::article({{"id", kDealId}}, archive.generation());
  CHECK(json["mentions"][0]["begin"] == 8);  // after `Naïve — `
  CHECK(json["mentions"][0]["end"] == 18);
  CHECK(json["relations"][0]["begin"] == 0);
  CHECK(json["relations"][0]["end"] == 73);
}

TEST_CASE("an article that isn't there is not found") {
  const SampleArchive archive;
  for (const char* id : {"00000000000000ff", "x", "../a"}) {
    CHECK_THROWS_AS(api::article({{"id", id}}, archive.generation()), NotFound);
  }
}

}  // namespace server
