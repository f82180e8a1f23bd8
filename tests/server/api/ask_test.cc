#include "server/api/ask.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/sample_archive.h"

namespace server {

TEST_CASE("a question that is understood is answered") {
  const SampleArchive archive;
  const auto json =
      api::ask({{"q", "related to Korea Zinc"}}, archive.generation());
  CHECK(json["question"] == "related to Korea Zinc");
  CHECK(json["reading"]["kind"] == "related");
  CHECK(json["reading"]["entity"]["id"] == "company:korea-zinc");
  CHECK(json["answer"]["total"].get<int>() > 0);
}

TEST_CASE("parts are told by code points of the question") {
  const SampleArchive archive;
  const auto json =
      api::ask({{"q", "¿ related to Korea Zinc"}}, archive.generation());
  REQUIRE(json["parts"].size() == 1);
  CHECK(json["parts"][0]["text"] == "Korea Zinc");
  CHECK(json["parts"][0]["begin"] == 13);
  CHECK(json["parts"][0]["end"] == 23);
  CHECK(json["parts"][0]["role"] == "name");
}

TEST_CASE("what nothing says is told with what is said") {
  const SampleArchive archive;
  const auto json =
      api::ask({{"q", "who founded Korea Zinc"}}, archive.generation());
  CHECK(json["reading"]["relation"] == "founded");
  CHECK(json["answer"]["entities"].empty());
  CHECK(json["message"] == "Nothing in the archive says that.");
  CHECK_FALSE(json["suggestions"].empty());
}

TEST_CASE("a question that isn't understood is answered with one that is") {
  const SampleArchive archive;
  const auto json = api::ask({{"q", "why is it so?"}}, archive.generation());
  CHECK(json["reading"].is_null());
  CHECK_FALSE(json["message"].get<std::string>().empty());
  CHECK_FALSE(json.contains("answer"));
  CHECK(json["not_understood"] == "why is it so?");
  const auto other = json["suggestions"][0].get<std::string>();
  CHECK(api::ask({{"q", other}}, archive.generation()).contains("answer"));
}

TEST_CASE("a name that no article has is said to be unknown") {
  const SampleArchive archive;
  const auto json =
      api::ask({{"q", "related to Atlantis"}}, archive.generation());
  CHECK(json["reading"].is_null());
  CHECK(json["message"] == "Nothing in the archive is called `Atlantis`.");
  CHECK(json["not_understood"] == "Atlantis");
}

}  // namespace server
