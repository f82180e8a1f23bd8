#include "indexer/clean/headline.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

PageFacts titled(const std::string& title, const std::string& heading = {}) {
  PageFacts facts;
  facts.title = title;
  if (!heading.empty()) facts.headings = {heading};
  return facts;
}

TEST_CASE("the name of the paper is no part of a headline, whatever the mark") {
  const std::vector<std::string> paper = {"The Paper"};
  for (const std::string title :
       {"Zinc story | The Paper", "Zinc story - The Paper",
        "Zinc story – the paper", "Zinc story — The Paper",
        "Zinc story » The Paper", "Zinc story_The Paper",
        "Zinc story-The Paper", "Zinc story｜The Paper",
        "Zinc story: The Paper", "The Paper: Zinc story",
        "The Paper | Zinc story", "The Paper » Zinc story",
        "Zinc story - A - The Paper"}) {
    CAPTURE(title);
    CHECK(without_site(title, paper) == "Zinc story");
  }
  CHECK(without_site("锌价上涨 铜价下跌_财经_港口网", {"港口网"}) ==
        "锌价上涨 铜价下跌");
  CHECK(without_site("亜鉛価格が上昇：港日報", {"港日報"}) == "亜鉛価格が上昇");
}

TEST_CASE("what a host is called is the name of the paper") {
  CHECK(without_site("Zinc story | The Lake Post",
                     {"news.lakepost.co.example"}) == "Zinc story");
  CHECK(without_site("Zinc story - lakepost.example", {"lakepost.example"}) ==
        "Zinc story");
  CHECK(without_site("Zinc story - part two", {"lakepost.example"}) ==
        "Zinc story - part two");
}

TEST_CASE("a host that is called after a country takes no word off a title") {
  CHECK(without_site("China: zinc output rises", {"china.example"}) ==
        "China: zinc output rises");
}

TEST_CASE("a label above a headline is not the headline") {
  PageFacts facts = titled("Paper", "Breaking news");
  facts.meta["og:title"] = "Breaking news: Zinc smelter restarts after a fire";
  CHECK(headline_of(facts, {}) ==
        "Breaking news: Zinc smelter restarts after a fire");
}

TEST_CASE("a heading tells the headline where nothing names the paper") {
  CHECK(headline_of(titled("Zinc story | The Paper", "Zinc story"), {}) ==
        "Zinc story");
  CHECK(headline_of(titled("The Paper: A zinc story", "A zinc story"), {}) ==
        "A zinc story");
  CHECK(headline_of(titled("Zinc falls in London: what now? - Paper", "Paper"),
                    {"Paper"}) == "Zinc falls in London: what now?");
}

TEST_CASE("a title that is the name of the paper is no headline") {
  PageFacts facts = titled("Lake Post", "Zinc story");
  facts.meta["og:title"] = "Lake Post";
  CHECK(headline_of(facts, {"Lake Post"}) == "Zinc story");
}

TEST_CASE("a headline with marks of its own stays whole") {
  CHECK(headline_of(titled("Zinc: a story of long-lived hopes"), {}) ==
        "Zinc: a story of long-lived hopes");
  CHECK(headline_of(titled("Zinc - and lead"), {}) == "Zinc - and lead");
}

}  // namespace
}  // namespace indexer
