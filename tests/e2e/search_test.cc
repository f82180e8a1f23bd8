// What a reader of the sample archive finds.

#include <doctest/doctest.h>

#include "tests/e2e/command.h"

namespace e2e {

namespace {

nlohmann::json search(const std::string& query) {
  return lode_json({"search", "--data", sample_data(), query, "--json"});
}

bool contains(const nlohmann::json& text, const std::string& part) {
  return text.get<std::string>().find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("words find the article that is about all of them first") {
  const auto answer = search("zinc smelter tennessee");
  REQUIRE(answer["hits"].size() >= 5);
  for (size_t i = 0; i < 3; ++i) {
    const auto& hit = answer["hits"][i];
    CAPTURE(hit["title"]);
    CHECK((contains(hit["title"], "Tennessee") ||
           contains(hit["title"], "Clarksville")));
    CHECK_FALSE(hit["snippet"]["marks"].empty());
  }
}

TEST_CASE("a phrase finds its words side by side only") {
  const auto phrase = search("\"critical minerals\"");
  CHECK(phrase["total"] > 3);
  CHECK(phrase["total"] < search("critical minerals")["total"]);
  CHECK(search("\"minerals critical\"")["total"] == 0);
}

TEST_CASE("a source narrows the answer to what it published") {
  const auto answer = search("source:\"Smelter Weekly\" zinc");
  REQUIRE(answer["total"] > 0);
  for (const auto& hit : answer["hits"]) {
    CHECK(hit["source"] == "Smelter Weekly");
  }
}

TEST_CASE("Chinese is found by one character, a word or a part of a word") {
  for (const char* query : {"锌", "锌业", "冶炼"}) {
    const auto answer = search(query);
    CAPTURE(query);
    REQUIRE(answer["total"] > 0);
    CHECK((answer["hits"][0]["language"] == "zh" ||
           answer["hits"][0]["language"] == "ja"));
  }
}

TEST_CASE("a Korean name is found under its particles") {
  const auto answer = search("고려아연");
  CHECK(answer["total"] >= 6);
  CHECK(answer["hits"][0]["language"] == "ko");
  CHECK(answer["entities"][0]["id"] == "company:korea-zinc");
}

TEST_CASE("a company is found in any language by its name in one") {
  for (const std::string query : {"고려아연", "韩国锌业", "Korea Zinc"}) {
    for (const std::string language : {"en", "ja", "ko", "zh"}) {
      CAPTURE(query);
      CAPTURE(language);
      CHECK(search(query + " lang:" + language)["total"] > 0);
    }
  }
}

TEST_CASE("articles that say a name as it was typed come first") {
  const auto english = search("Korea Zinc");
  CHECK(english["hits"][0]["language"] == "en");
  const auto korean = search("고려아연");
  CHECK(korean["hits"][0]["language"] == "ko");
}

TEST_CASE("an entity filter finds the articles that name it, in any language") {
  const auto answer = search("entity:\"Korea Zinc\" lang:ja");
  CHECK(answer["total"] > 0);
}

TEST_CASE("dates narrow the answer") {
  const auto all = search("zinc")["total"].get<int>();
  const auto before = search("zinc to:2025-01-01")["total"].get<int>();
  const auto after = search("zinc from:2025-01-01")["total"].get<int>();
  CHECK(before > 0);
  CHECK(after > 0);
  CHECK(before + after <= all);
}

TEST_CASE("a batch of queries gives a TREC run") {
  const auto run = lode({"search", "--data", sample_data(), "--batch",
                         "/dev/stdin", "--depth", "3", "--run", "x"},
                        "q1\tzinc smelter\nq2\tcobalt quota\n");
  CHECK(run.status == 0);
  CHECK(count_lines(run.out) == 6);
  CHECK(run.out.starts_with("q1 Q0 "));
}

}  // namespace e2e
