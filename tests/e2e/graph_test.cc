// What the graph of the sample archive answers.

#include <doctest/doctest.h>

#include <set>

#include "tests/e2e/command.h"

namespace e2e {

TEST_CASE("what is related to a company comes with reasons and sentences") {
  const auto answer = lode_json({"related", "--data", sample_data(),
                                 "Korea Zinc", "--limit", "12", "--json"});
  CHECK(answer["entity"]["id"] == "company:korea-zinc");
  std::set<std::string> names;
  for (const auto& related : answer["related"]) {
    names.insert(related["entity"]["name"]);
    CAPTURE(related["entity"]["name"]);
    CHECK_FALSE(related["reasons"].empty());
    REQUIRE_FALSE(related["evidence"].empty());
    CHECK_FALSE(related["evidence"][0]["sentence"].empty());
    CHECK(related["evidence"][0]["marks"].size() >= 1);
  }
  for (const std::string name :
       {"Nyrstar", "Clarksville smelter", "Tennessee",
        "US Department of Defense", "US Department of Commerce",
        "Howard Lutnick", "zinc"}) {
    CAPTURE(name);
    CHECK(names.contains(name));
  }
}

TEST_CASE("an alias in another language names the same entity") {
  const auto korean =
      lode_json({"related", "--data", sample_data(), "고려아연", "--json"});
  const auto english =
      lode_json({"related", "--data", sample_data(), "Korea Zinc", "--json"});
  CHECK(korean == english);
}

TEST_CASE("a filter by type leaves that type only") {
  const auto answer = lode_json({"related", "--data", sample_data(),
                                 "Korea Zinc", "--type", "person", "--json"});
  REQUIRE_FALSE(answer["related"].empty());
  for (const auto& related : answer["related"]) {
    CHECK(related["entity"]["type"] == "person");
  }
}

TEST_CASE("a question in words gives the same answer") {
  const auto asked = lode_json(
      {"ask", "--data", sample_data(), "related to Korea Zinc", "--json"});
  CHECK(asked["reading"]["entity"]["id"] == "company:korea-zinc");
  CHECK_FALSE(asked["answer"]["related"].empty());
}

TEST_CASE("a question that is not understood is not answered") {
  const auto asked = lode_json(
      {"ask", "--data", sample_data(), "why is the sky blue", "--json"});
  CHECK(asked["reading"].is_null());
  CHECK_FALSE(asked.contains("answer"));
  CHECK_FALSE(asked["suggestions"].empty());
}

TEST_CASE("related prints the entity, then a line each") {
  const auto result =
      lode({"related", "--data", sample_data(), "Nyrstar", "--limit", "5"});
  CHECK(result.status == 0);
  CHECK(result.out.starts_with("Nyrstar (company"));
  CHECK(count_lines(result.out) == 6);
}

}  // namespace e2e
