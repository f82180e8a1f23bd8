#include "server/api/related.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("what is related comes with reasons and sentences") {
  const SampleArchive archive;
  const auto json =
      api::related({{"id", "company:korea-zinc"}, {"type", "facility"}},
                   archive.generation());
  CHECK(json["entity"].dump() ==
        R"({"id":"company:korea-zinc","name":"Korea Zinc","type":"company"})");
  CHECK(json["total"] == 1);
  const auto& related = json["related"][0];
  CHECK(related["entity"]["id"] == "facility:clarksville-smelter");
  CHECK(related["reasons"][0]["kind"] == "relation");
  CHECK(related["reasons"][0]["type"] == "acquires");
  CHECK(related["reasons"][0]["direction"] == "out");
  CHECK(related["reasons"][0]["modality"] == "planned");
  CHECK_FALSE(related["reasons"][0].contains("negated"));
}

TEST_CASE("evidence can be found in its article") {
  const SampleArchive archive;
  const auto json =
      api::related({{"id", "company:korea-zinc"}, {"type", "facility"}},
                   archive.generation());
  const auto& evidence = json["related"][0]["evidence"][0];
  CHECK(evidence["article"] == kDealId);
  CHECK(evidence["source"] == "SMM");
  CHECK(evidence["rule"] == "acquire.plan-to");
  CHECK(evidence["begin"] == 0);
  CHECK(evidence["end"] == 73);
  CHECK(evidence["marks"].dump() == "[[8,18],[40,59]]");
}

TEST_CASE("unknown entities, types and relations are refused") {
  const SampleArchive archive;
  const auto& generation = archive.generation();
  CHECK_THROWS_AS(api::related({{"id", "company:x"}}, generation), NotFound);
  CHECK_THROWS_AS(
      api::related({{"id", "company:nyrstar"}, {"relation", "x"}}, generation),
      text::BadRequest);
}

}  // namespace server
