// What the sample archive calls related, against what a careful reader does
// (corpora/metals/expected/related.json).

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/e2e/command.h"

namespace e2e {
namespace {

constexpr size_t kFirst = 10;

nlohmann::json read_expected() {
  std::ifstream file(std::string(LODE_SOURCE_DIR) +
                     "/corpora/metals/expected/related.json");
  return nlohmann::json::parse(file);
}

// The first ten that are related to an entity.
std::set<std::string> first_related(const std::string& id) {
  const auto answer = lode_json({"related", "--data", sample_data(), id,
                                 "--limit", std::to_string(kFirst), "--json"});
  std::set<std::string> ids;
  for (const auto& related : answer["related"]) {
    ids.insert(related["entity"]["id"]);
  }
  return ids;
}

size_t count_common(const std::set<std::string>& one,
                    const std::set<std::string>& other) {
  return static_cast<size_t>(std::ranges::count_if(
      one, [&](const std::string& id) { return other.contains(id); }));
}

}  // namespace

TEST_CASE("nine in ten of what comes first is related for a careful reader") {
  const auto expected = read_expected();
  double sum = 0;
  for (const auto& entity : expected["entities"]) {
    const auto relevant = entity["relevant"].get<std::set<std::string>>();
    const size_t found = count_common(first_related(entity["id"]), relevant);
    CAPTURE(entity["id"]);
    CHECK(found >= 5);
    sum += static_cast<double>(found) / kFirst;
  }
  const double precision =
      sum / static_cast<double>(expected["entities"].size());
  MESSAGE("precision of the first ten: " << precision);
  CHECK(precision >= 0.9);
}

TEST_CASE("entities that have nothing to do with each other share no list") {
  const auto expected = read_expected();
  double sum = 0;
  for (const auto& pair : expected["unrelated"]) {
    sum += static_cast<double>(
               count_common(first_related(pair[0]), first_related(pair[1]))) /
           kFirst;
  }
  const double overlap =
      sum / static_cast<double>(expected["unrelated"].size());
  MESSAGE("mean overlap: " << overlap);
  CHECK(overlap <= 0.05);
}

TEST_CASE("what is related can be asked of a period and of a source") {
  const auto all =
      lode_json({"related", "--data", sample_data(), "Korea Zinc", "--json"});
  const auto december =
      lode_json({"related", "--data", sample_data(), "Korea Zinc", "--from",
                 "2025-12", "--to", "2026-01", "--json"});
  CHECK(december["total"] > 0);
  CHECK(december["total"] < all["total"]);
  for (const auto& related : december["related"]) {
    for (const auto& evidence : related["evidence"]) {
      CHECK(evidence["published"].get<std::string>().starts_with("2025-12"));
    }
  }
  CHECK(lode_json({"related", "--data", sample_data(), "Korea Zinc", "--source",
                   "No such source", "--json"})["total"] == 0);
  const auto wrong = lode({"related", "--data", sample_data(), "Korea Zinc",
                           "--from", "2026", "--to", "2025"});
  CHECK(wrong.status != 0);
  CHECK(wrong.err.find("--from") != std::string::npos);
}

}  // namespace e2e
