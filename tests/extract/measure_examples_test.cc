// The examples in corpora/measures are tests.

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <set>
#include <string>

#include "extract/measure_language.h"
#include "tests/extract/reading_article.h"

namespace extract {
namespace {

std::string number(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                 value, std::chars_format::fixed);
  return {digits.data(), end.ptr};
}

std::string name_of(const Extraction& read, const std::string& id) {
  for (const auto& entity : read.entities) {
    if (entity.id == id) return entity.name;
  }
  return id;
}

// `Budel smelter | 300000 t/year`, with the commodity if there is one.
std::set<std::string> facts_of(const Extraction& read,
                               const std::string& measure) {
  std::set<std::string> facts;
  for (const auto& fact : read.annotation.facts) {
    if (fact.measure != measure) continue;
    std::string line = name_of(read, fact.entity) + " | " + number(fact.value) +
                       " " + fact.unit;
    if (!fact.commodity.empty()) line += " | " + name_of(read, fact.commodity);
    facts.insert(line);
  }
  return facts;
}

TEST_CASE("every example of a measure is read as it says") {
  const MeasureBook book(resources() / "measures");
  size_t examples = 0;
  for (const Measure& measure : book.measures) {
    for (const FactExample& example : measure.examples) {
      CAPTURE(measure.name);
      CAPTURE(example.sentence);
      const std::set<std::string> expected(example.expected.begin(),
                                           example.expected.end());
      CHECK(facts_of(read_body(example.sentence), measure.name) == expected);
      ++examples;
    }
  }
  CHECK(examples > 10);
}

}  // namespace
}  // namespace extract
