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

TEST_CASE("a question that isn't understood is answered with an example") {
  const SampleArchive archive;
  const auto json = api::ask({{"q", "why is it so?"}}, archive.generation());
  CHECK(json["reading"].is_null());
  CHECK_FALSE(json["message"].get<std::string>().empty());
  CHECK_FALSE(json.contains("answer"));
  const auto example = json["examples"][0].get<std::string>();
  CHECK_FALSE(
      api::ask({{"q", example}}, archive.generation())["reading"].is_null());
}

TEST_CASE("a name that no article has is said to be unknown") {
  const SampleArchive archive;
  const auto json =
      api::ask({{"q", "related to Atlantis"}}, archive.generation());
  CHECK(json["reading"].is_null());
  CHECK(json["message"] == "No article names an entity `Atlantis`.");
}

}  // namespace server
