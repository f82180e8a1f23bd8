// What facts say, and what gives none.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

struct Expected {
  std::string_view entity;
  std::string_view measure;
  double value = 0;
  std::string_view unit;
};

const text::Fact* find_fact(const Extraction& read, const Expected& expected) {
  const auto& facts = read.annotation.facts;
  const auto found = std::ranges::find_if(facts, [&](const text::Fact& f) {
    return f.entity == expected.entity && f.measure == expected.measure &&
           f.value == expected.value && f.unit == expected.unit;
  });
  return found == facts.end() ? nullptr : &*found;
}

TEST_CASE("a fact has the words of its number, its sentence and its date") {
  const std::string body =
      "It rained. Lionheart will produce about 24,000 tonnes a year of lithium "
      "hydroxide by 2028.";
  const auto read = read_body(body);
  const auto* fact = find_fact(
      read, {"facility:lionheart-project", "production", 24000, "t/year"});
  REQUIRE(fact != nullptr);
  CHECK(fact->commodity == "commodity:lithium-hydroxide");
  CHECK(fact->date == "2028");
  CHECK(text::slice(body, fact->quantity) == "about 24,000 tonnes a year");
  CHECK(text::slice(body, fact->sentence).starts_with("Lionheart"));
}

TEST_CASE(
    "a capacity is of the only commodity that its sentence named before") {
  const auto read = read_body(
      "The Port Pirie smelter will begin to make antimony in 2026 and can "
      "scale up to around 5,000 tonnes per year by 2028.");
  const auto* fact = find_fact(
      read, {"facility:port-pirie-smelter", "capacity", 5000, "t/year"});
  REQUIRE(fact != nullptr);
  CHECK(fact->commodity == "commodity:antimony");
}

TEST_CASE("what is denied is no fact") {
  CHECK(read_body("Nyrstar does not employ 4,000 people.")
            .annotation.facts.empty());
}

TEST_CASE("what is only possible is no fact, what is planned is") {
  for (const char* body :
       {"Zinc prices could fall to $2,000 a tonne.",
        "Nyrstar may produce 300,000 tonnes of zinc a year.",
        "If Nyrstar produces 300,000 tonnes of zinc a year, prices fall.",
        "Glencore would have paid $5 billion for Teck, but the deal "
        "collapsed."}) {
    CAPTURE(body);
    CHECK(read_body(body).annotation.facts.empty());
  }
  for (const char* body :
       {"Nyrstar will produce 300,000 tonnes of zinc a year.",
        "Nyrstar, which may close Budel, produces 300,000 tonnes of zinc a "
        "year."}) {
    CAPTURE(body);
    CHECK(find_fact(read_body(body), {"company:nyrstar", "production", 300000,
                                      "t/year"}) != nullptr);
  }
}

TEST_CASE("a quantity of somebody unknown is no fact of somebody known") {
  for (const char* body :
       {"Nyrstar is based in Budel. Distributors spend $30 million on films.",
        "Barrick and Foobar met. The police recovered 2 kg of gold.",
        "Korea Zinc grew. Thailand orders Ample Rich directors to pay $616 "
        "million."}) {
    CAPTURE(body);
    CHECK(read_body(body).annotation.facts.empty());
  }
}

TEST_CASE("lists go on with what they began") {
  const auto read = read_body(
      "Barrick owns 80% of the Loulo-Gounkoto mine, near Kayes in western "
      "Mali, and the state 20%.");
  for (const double share : {80.0, 20.0}) {
    CAPTURE(share);
    CHECK(find_fact(read, {"facility:loulo-gounkoto-mine", "stake", share,
                           "%"}) != nullptr);
  }
}

TEST_CASE("what an amount is converted to is not said again") {
  const auto read = read_body(
      "Glencore reported a net profit of 169m Swiss francs (€110m; US$141m).");
  REQUIRE(read.annotation.facts.size() == 1);
  CHECK(read.annotation.facts[0].unit == "CHF");
}

TEST_CASE("a million tonnes of numbers are read in linear time") {
  std::string body;
  while (body.size() < 500'000) body += "Nyrstar produced 5 t of zinc, 6 t, ";
  CHECK(read_body(body).annotation.facts.size() > 1000);
}

}  // namespace
}  // namespace extract
