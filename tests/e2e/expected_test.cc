// Mentions, relations and facts of the sample archive, as a careful reader has
// them.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

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
  void add(const Score& other) {
    right += other.right;
    wrong += other.wrong;
    missed += other.missed;
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

// The commodity counts where the careful reader gave one.
bool is_same_fact(const nlohmann::json& found, const nlohmann::json& expected) {
  const double value = expected["value"];
  const double difference = found["value"].get<double>() - value;
  return found["entity"] == expected["entity"] &&
         found["measure"] == expected["measure"] &&
         found["unit"] == expected["unit"] &&
         std::abs(difference) <= 1e-6 * std::abs(value) &&
         (!expected.contains("commodity") ||
          found.value("commodity", "") == expected["commodity"]);
}

// Facts that say the same count once.
Score compare_facts(const nlohmann::json& found,
                    const nlohmann::json& expected) {
  std::vector<nlohmann::json> distinct;
  for (const auto& fact : found) {
    const bool known = std::ranges::any_of(distinct, [&](const auto& other) {
      return is_same_fact(fact, other) && is_same_fact(other, fact);
    });
    if (!known) distinct.push_back(fact);
  }
  Score score;
  for (const auto& fact : distinct) {
    const bool right = std::ranges::any_of(
        expected, [&](const auto& truth) { return is_same_fact(fact, truth); });
    ++(right ? score.right : score.wrong);
  }
  for (const auto& truth : expected) {
    score.missed += std::ranges::none_of(
        distinct, [&](const auto& fact) { return is_same_fact(fact, truth); });
  }
  return score;
}

struct Scores {
  Score mentions;
  Score relations;
  Score facts;
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
    scores.facts.add(compare_facts(annotation["facts"], expected["facts"]));
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
  MESSAGE("facts: precision ", scores.facts.precision(), ", recall ",
          scores.facts.recall());
  CHECK(scores.mentions.precision() >= 0.95);
  CHECK(scores.mentions.recall() >= 0.90);
  CHECK(scores.relations.precision() >= 0.92);
  CHECK(scores.relations.recall() >= 0.64);
  CHECK(scores.facts.precision() >= 0.93);
  CHECK(scores.facts.recall() >= 0.78);
}

}  // namespace e2e
