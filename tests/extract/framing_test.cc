#include "extract/framing.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

using text::Modality;
using text::RelationType;

constexpr std::string_view kGlencore = "company:glencore";
constexpr std::string_view kTeck = "company:teck-resources";

TEST_CASE("a question tells nothing") {
  for (const char* body :
       {"Did Glencore buy Teck?", "\"Did Glencore buy Teck?\"",
        "Who said that Nyrstar operates the Balen smelter?",
        "Does Nyrstar produce 300,000 tonnes of zinc a "
        "year?"}) {
    CAPTURE(body);
    const auto read = read_body(body);
    CHECK(read.annotation.relations.empty());
    CHECK(read.annotation.facts.empty());
  }
}

TEST_CASE("a sentence that quotes a question is told") {
  const auto read = read_body("Glencore acquired Teck, which asked \"why?\"");
  CHECK(find_relation(read, kGlencore, RelationType::kAcquires, kTeck) !=
        nullptr);
}

TEST_CASE("what is denied, missed or left out is negated") {
  for (const char* body : {"It is not true that Glencore acquired Teck.",
                           "It is false that Glencore acquired Teck.",
                           "No one believes that Glencore acquired Teck.",
                           "Glencore almost acquired Teck last year.",
                           "A judge barred Glencore's purchase of Teck.",
                           "Neither Nyrstar nor Glencore acquired Teck.",
                           "Nyrstar was acquired by Vale, not by Glencore, and "
                           "Teck was not acquired by Glencore."}) {
    CAPTURE(body);
    const auto read = read_body(body);
    for (const auto& relation : read.annotation.relations) {
      CHECK((relation.negated || relation.source == "company:vale"));
    }
  }
}

TEST_CASE("what is imagined or depends is only possible") {
  for (const char* body : {"Had Glencore acquired Teck, prices would rise.",
                           "Should Glencore acquire Teck, prices will rise.",
                           "Imagine that Glencore acquired Teck.",
                           "Glencore would acquire Teck if prices fell."}) {
    CAPTURE(body);
    const auto read = read_body(body);
    const auto* relation =
        find_relation(read, kGlencore, RelationType::kAcquires, kTeck);
    REQUIRE(relation != nullptr);
    CHECK(relation->modality == Modality::kPossible);
  }
}

TEST_CASE("a post or property of the past is none") {
  for (const char* body :
       {"Former Glencore chief executive Ivan Glasenberg spoke.",
        "Ex-Glencore chairman Ivan Glasenberg spoke.",
        "Ivan Glasenberg, the former chief executive of Glencore, spoke.",
        "Nyrstar, formerly owned by Trafigura, runs smelters."}) {
    CAPTURE(body);
    const auto read = read_body(body);
    REQUIRE(!read.annotation.relations.empty());
    for (const auto& relation : read.annotation.relations) {
      CHECK(relation.negated);
    }
  }
}

TEST_CASE("a former post takes nothing from the one beside it") {
  const auto read = read_body(
      "Former Glencore chief executive Ivan Glasenberg met BHP chairman Ken "
      "MacKenzie.");
  const auto* relation = find_relation(read, "person:ken-mackenzie",
                                       RelationType::kLeads, "company:bhp");
  REQUIRE(relation != nullptr);
  CHECK_FALSE(relation->negated);
}

}  // namespace
}  // namespace extract
