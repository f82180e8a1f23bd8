#include "server/api/relation.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"

namespace server {
namespace {

const std::string kDeal =
    "company:korea-zinc|acquires|facility:clarksville-smelter";

}  // namespace

TEST_CASE("a relation's evidence is found by its id") {
  const SampleArchive archive;
  const auto json =
      api::relation_evidence({{"id", kDeal}}, archive.generation());
  CHECK(json["relation"]["id"] == kDeal);
  CHECK(json["relation"]["stories"] == 1);
  CHECK(json["total"] == 1);
  CHECK(json["evidence"][0]["rule"] == "acquire.plan-to");
}

TEST_CASE("a relation's history tells months, turns and both sides") {
  const SampleArchive archive;
  const auto json =
      api::relation_history({{"id", kDeal}}, archive.generation());
  CHECK(
      json["months"].dump() ==
      R"([{"month":"2025-12","stating":1,"denying":0,"modality":"planned"}])");
  CHECK(json["turns"][0]["modality"] == "planned");
  CHECK(json["stating"].size() == 1);
  CHECK(json["denying"].empty());
  CHECK(json["undated"] == 0);
}

TEST_CASE("an id that no relation has is not found") {
  const SampleArchive archive;
  for (const char* id :
       {"nonsense", "a|acquires|b",
        "company:korea-zinc|owns|facility:clarksville-smelter"}) {
    CAPTURE(id);
    CHECK_THROWS_AS(api::relation_evidence({{"id", id}}, archive.generation()),
                    NotFound);
    CHECK_THROWS_AS(api::relation_history({{"id", id}}, archive.generation()),
                    NotFound);
  }
}

}  // namespace server
