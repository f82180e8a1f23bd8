// How entities are connected, and what is said of them in numbers: the sample
// archive on the command line.

#include <doctest/doctest.h>

#include <set>

#include "tests/e2e/command.h"

namespace e2e {

TEST_CASE("a path leads from one entity to the other, a sentence each step") {
  const auto answer =
      lode_json({"path", "--data", sample_data(), "Howard Lutnick", "Nyrstar",
                 "--limit", "5", "--json"});
  CHECK(answer["by_association"] == false);
  REQUIRE_FALSE(answer["paths"].empty());
  for (const auto& path : answer["paths"]) {
    REQUIRE(path["nodes"].size() == path["edges"].size() + 1);
    CHECK(path["edges"].size() <= 4);
    CHECK(path["nodes"][0]["name"] == "Howard Lutnick");
    CHECK(path["nodes"].back()["id"] == "company:nyrstar");
    std::set<std::string> nodes;
    for (const auto& node : path["nodes"]) nodes.insert(node["id"]);
    CHECK(nodes.size() == path["nodes"].size());
    for (size_t i = 0; i < path["edges"].size(); ++i) {
      const auto& edge = path["edges"][i];
      const std::set<std::string> ends = {edge["source"]["id"],
                                          edge["target"]["id"]};
      CHECK(ends.contains(path["nodes"][i]["id"]));
      CHECK(ends.contains(path["nodes"][i + 1]["id"]));
      CHECK_FALSE(edge["evidence"][0]["sentence"].empty());
    }
  }
}

TEST_CASE("path prints both ends, then each way step by step") {
  const auto result = lode({"path", "--data", sample_data(), "고려아연",
                            "Clarksville smelter", "--limit", "1"});
  CHECK(result.status == 0);
  CHECK(result.out.starts_with("Korea Zinc – Clarksville smelter\n"));
  CHECK(result.out.find("—acquires→ Clarksville smelter") != std::string::npos);
}

TEST_CASE(
    "where no stated relation leads in so few steps, names may, as told") {
  const auto answer =
      lode_json({"path", "--data", sample_data(), "Howard Lutnick", "Nyrstar",
                 "--max-hops", "1", "--json"});
  CHECK(answer["by_association"] == true);
  CHECK(answer["message"].get<std::string>().find("within 1 step") !=
        std::string::npos);
  for (const auto& path : answer["paths"]) {
    REQUIRE(path["edges"].size() == 1);
    CHECK(path["edges"][0]["kind"] == "association");
  }
}

TEST_CASE("an entity is not connected with itself") {
  const auto result =
      lode({"path", "--data", sample_data(), "Nyrstar", "Nyrstar"});
  CHECK(result.status == 0);
  CHECK(result.out.find("Both are the same entity.") != std::string::npos);
}

TEST_CASE("unknown and empty names, and too many steps, are told in one line") {
  struct Wrong {
    std::vector<std::string> arguments;
    int status;
    std::string message;
  };
  const std::vector<Wrong> all = {
      {{"Nobody Whosoever", "Nyrstar"}, 1, "no entity named Nobody Whosoever"},
      {{"Nyrstar", "Nobody Whosoever"}, 1, "no entity named Nobody Whosoever"},
      {{"", "Nyrstar"}, 1, "no entity named"},
      {{"Nyrstar"}, 2, "TO"},
      {{"Nyrstar", "Korea Zinc", "--max-hops", "99"}, 2, "not in range 1 to 4"},
      {{"Nyrstar", "Korea Zinc", "--limit", "0"}, 2, "not in range 1 to 20"}};
  for (const Wrong& wrong : all) {
    std::vector<std::string> arguments = {"path", "--data", sample_data()};
    arguments.insert(arguments.end(), wrong.arguments.begin(),
                     wrong.arguments.end());
    const auto result = lode(arguments);
    CAPTURE(wrong.message);
    CHECK(result.status == wrong.status);
    CHECK(result.out.empty());
    CHECK(count_lines(result.err) == 1);
    CHECK(result.err.find(wrong.message) != std::string::npos);
  }
}

TEST_CASE("an ambiguous name lists what it may mean") {
  const auto result = lode({"path", "--data", sample_data(), "U", "Nyrstar"});
  CHECK(result.status == 1);
  CHECK(result.err.find("name one by its id") != std::string::npos);
  CHECK(result.err.find("place:united-states") != std::string::npos);
}

TEST_CASE("facts are series whose points have values, dates and sentences") {
  const auto answer = lode_json(
      {"facts", "--data", sample_data(), "Clarksville smelter", "--json"});
  REQUIRE_FALSE(answer["series"].empty());
  for (const auto& series : answer["series"]) {
    CHECK_FALSE(series["measure"].empty());
    CHECK_FALSE(series["unit"].empty());
    REQUIRE_FALSE(series["points"].empty());
    std::string last;
    for (const auto& point : series["points"]) {
      const std::string date = point.value("date", "");
      CHECK(last <= date);
      last = date;
      CHECK_FALSE(point["evidence"]["sentence"].empty());
    }
  }
}

TEST_CASE("facts of what no number is said of are none, of nobody an error") {
  const auto none = lode({"facts", "--data", sample_data(), "Nyrstar",
                          "--measure", "no such measure"});
  CHECK(none.status == 0);
  CHECK(none.out == "No quantities are said of Nyrstar.\n");
  const auto nobody =
      lode({"facts", "--data", sample_data(), "Nobody Whosoever"});
  CHECK(nobody.status == 1);
  CHECK(count_lines(nobody.err) == 1);
}

}  // namespace e2e
