// The questions of corpora/metals/expected/questions.json, which were written
// before anything was measured against them.

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "tests/e2e/command.h"
#include "tests/e2e/expected_answers.h"

namespace e2e {
namespace {

using Json = nlohmann::json;

// Of 120; what misses is what extraction does not read.
constexpr int kRight = 110;
constexpr int kWrong = 1;

std::vector<Json> questions() {
  std::ifstream file(source_file("corpora/metals/expected/questions.json"));
  return Json::parse(file)["questions"].get<std::vector<Json>>();
}

// Of the sample archive, by article id.
const std::map<std::string, std::string>& bodies() {
  static const auto kBodies = [] {
    std::map<std::string, std::string> found;
    for (const auto& [title, line] : parsed_by_title()) {
      found[line["id"]] = line["body"];
    }
    return found;
  }();
  return kBodies;
}

// The ids of the answer, what is denied apart.
std::vector<std::string> answered_ids(const Json& answer) {
  std::vector<std::string> ids;
  for (const auto& one : answer.value("related", Json::array())) {
    ids.push_back(one["entity"]["id"]);
  }
  for (const auto& one : answer.value("entities", Json::array())) {
    if (one["edges"][0]["negated"]) continue;
    ids.push_back(one["entity"]["id"]);
  }
  return ids;
}

std::set<std::string> set_of(const Json& expected, const char* name) {
  const auto ids = expected.value(name, std::vector<std::string>{});
  return {ids.begin(), ids.end()};
}

bool has_right_entities(const Json& expected, const Json& asked) {
  auto ids = answered_ids(asked["answer"]);
  const auto wanted = set_of(expected, "entities");
  const auto also = set_of(expected, "also");
  const auto count_in = [&](const std::set<std::string>& set) {
    return std::ranges::count_if(
        ids, [&](const auto& id) { return set.contains(id); });
  };
  const auto size = [&] { return static_cast<std::ptrdiff_t>(ids.size()); };
  if (asked["reading"]["kind"] == "related") {
    ids.resize(std::min<size_t>(ids.size(), 10));
    return !ids.empty() && count_in(wanted) * 10 >= size() * 8;
  }
  if (count_in(wanted) + count_in(also) != size()) return false;
  return expected.value("some", false)
             ? count_in(wanted) > 0
             : count_in(wanted) == static_cast<std::ptrdiff_t>(wanted.size());
}

bool has_right_value(const Json& expected, const Json& asked) {
  const auto facts = asked["answer"].value("facts", Json::array());
  return !facts.empty() &&
         std::ranges::any_of(expected["values"], [&](const Json& value) {
           return facts[0]["value"] == value["value"] &&
                  facts[0]["unit"] == value["unit"];
         });
}

bool has_right_path(const Json& expected, const Json& asked) {
  const auto paths = asked["answer"].value("paths", Json::array());
  if (paths.empty()) return false;
  const std::set<std::string> ends = {paths[0]["nodes"].front()["id"],
                                      paths[0]["nodes"].back()["id"]};
  return ends == set_of(expected, "path");
}

// Everything listed is of the month that is asked for.
bool is_of_period(const Json& listed, const Json& reading) {
  if (!reading.contains("from")) return true;
  return std::ranges::all_of(listed, [&](const Json& one) {
    return one["published"] >= reading["from"] &&
           one["published"] < reading["to"];
  });
}

// What is listed is of the period, and one of the articles has `sentence`.
bool has_right_articles(const Json& sentence, const Json& asked) {
  const Json& answer = asked["answer"];
  const auto articles = answer.value("articles", Json::array());
  const auto events = answer.value("events", Json::array());
  if (!is_of_period(articles, asked["reading"])) return false;
  if (!is_of_period(events, asked["reading"])) return false;
  return std::ranges::any_of(articles, [&](const Json& article) {
    const auto& body = bodies().at(article["article"].get<std::string>());
    return body.find(sentence.get<std::string>()) != body.npos;
  });
}

bool is_right(const Json& question, const Json& asked) {
  const Json& expected = question["answer"];
  if (expected.contains("entities")) return has_right_entities(expected, asked);
  if (expected.contains("values")) return has_right_value(expected, asked);
  if (expected.contains("path")) return has_right_path(expected, asked);
  return has_right_articles(question["sentences"][0], asked);
}

}  // namespace

TEST_CASE("nine in ten questions are answered right, hardly one wrong") {
  int right = 0;
  int wrong = 0;
  for (const auto& question : questions()) {
    const auto asked =
        lode_json({"ask", "--data", sample_data(), question["q"], "--json"});
    const bool is_answered = !asked.contains("message");
    CAPTURE(question["q"].get<std::string>());
    if (question["answer"] == "none") {
      CHECK_FALSE(is_answered);
      right += is_answered ? 0 : 1;
    } else if (is_answered) {
      ++(is_right(question, asked) ? right : wrong);
    }
  }
  MESSAGE("right: ", right, ", wrong: ", wrong);
  CHECK(right >= kRight);
  CHECK(wrong <= kWrong);
}

}  // namespace e2e
