// The sample archive, in all its shapes, is read as a careful reader reads it.

#include <doctest/doctest.h>

#include <set>

#include "tests/e2e/command.h"
#include "tests/e2e/expected_answers.h"

namespace e2e {

TEST_CASE("title, date, source, language and body are those of the article") {
  const auto parsed = parsed_by_title();
  const auto answers = expected_answers();
  REQUIRE(answers.size() == 30);
  for (const auto& expected : answers) {
    const std::string title = expected["title"];
    CAPTURE(title);
    REQUIRE(parsed.contains(title));
    const auto& article = parsed.at(title);
    CHECK(article["published"] == expected["published"]);
    CHECK(article["source"] == expected["source"]);
    CHECK(article["language"] == expected["language"]);
    CHECK(article["body"] == expected["body"]);
  }
}

TEST_CASE("a teaser that recurs on many pages is one brief") {
  std::set<std::string> ids;
  std::set<std::string> titles;
  const auto lines = lode_json_lines(
      {"parse", source_file("corpora/metals/text/metals-desk")});
  for (const auto& line : lines) {
    if (line["kind"] != "brief") continue;
    ids.insert(line["id"]);
    titles.insert(line["title"]);
  }
  CHECK(titles.size() == 15);
  CHECK(ids.size() == titles.size());
}

TEST_CASE("standard input is read as a file is") {
  const auto result =
      lode({"parse", "-"}, "{\"title\": \"A\", \"body\": \"B.\"}\n");
  CHECK(result.status == 0);
  CHECK(nlohmann::json::parse(result.out)["title"] == "A");
}

TEST_CASE("what parse prints is read back as it was") {
  const auto first = lode({"parse", source_file("corpora/metals/feeds")});
  const auto second = lode({"parse", "-"}, first.out);
  REQUIRE(first.status == 0);
  REQUIRE(second.status == 0);
  CHECK(count_lines(first.out) == count_lines(second.out));
  const auto one =
      nlohmann::json::parse(first.out.substr(0, first.out.find('\n')));
  const auto two =
      nlohmann::json::parse(second.out.substr(0, second.out.find('\n')));
  CHECK(one["id"] == two["id"]);
  CHECK(one["body"] == two["body"]);
}

}  // namespace e2e
