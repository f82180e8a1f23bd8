// Mentions and relations of the sample archive against a careful reader's.

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "tests/e2e/command.h"
#include "tests/e2e/expected_answers.h"

namespace e2e {

namespace {

struct Score {
  size_t right = 0;
  size_t wrong = 0;
  size_t missed = 0;

  void compare(const std::set<std::string>& found,
               const std::set<std::string>& expected) {
    for (const auto& item : found) ++(expected.contains(item) ? right : wrong);
    for (const auto& item : expected) missed += !found.contains(item);
  }
  double precision() const {
    return static_cast<double>(right) / static_cast<double>(right + wrong);
  }
  double recall() const {
    return static_cast<double>(right) / static_cast<double>(right + missed);
  }
};

std::set<std::string> entities(const nlohmann::json& annotation) {
  std::set<std::string> ids;
  for (const auto& mention : annotation["mentions"]) {
    const bool name = !mention.value("nominal", false);
    if (name && mention.contains("entity")) ids.insert(mention["entity"]);
  }
  return ids;
}

// `source type target`, symmetric ones in either order; denials say so.
std::set<std::string> relations(const nlohmann::json& annotation) {
  std::set<std::string> arrows;
  for (const auto& relation : annotation["relations"]) {
    std::string source = relation["source"];
    std::string target = relation["target"];
    const std::string type = relation["type"];
    const bool symmetric = type == "partners_with" || type == "competes_with" ||
                           type == "agrees_with";
    if (symmetric && target < source) std::swap(source, target);
    arrows.insert((relation.value("negated", false) ? "not " : "") + source +
                  " " + type + " " + target);
  }
  return arrows;
}

struct Scores {
  Score mentions;
  Score relations;
};

Scores measure() {
  std::map<std::string, nlohmann::json> annotations;
  for (auto& line :
       lode_json_lines({"extract", source_file("corpora/metals")})) {
    annotations[line["id"]] = line;
  }
  const auto parsed = parsed_by_title();
  Scores scores;
  for (const auto& expected : expected_answers()) {
    const auto& annotation = annotations.at(parsed.at(expected["title"])["id"]);
    scores.mentions.compare(entities(annotation), entities(expected));
    scores.relations.compare(relations(annotation), relations(expected));
  }
  return scores;
}

}  // namespace

// What is measured today, less a little: docs/benchmarks.md has the figures.
TEST_CASE("what is read agrees with a careful reader") {
  const Scores scores = measure();
  MESSAGE("mentions: precision ", scores.mentions.precision(), ", recall ",
          scores.mentions.recall());
  MESSAGE("relations: precision ", scores.relations.precision(), ", recall ",
          scores.relations.recall());
  CHECK(scores.mentions.precision() >= 0.95);
  CHECK(scores.mentions.recall() >= 0.90);
  CHECK(scores.relations.precision() >= 0.90);
  CHECK(scores.relations.recall() >= 0.50);
}

}  // namespace e2e
