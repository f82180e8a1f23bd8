#include "extract/name_arbitration.h"

#include <doctest/doctest.h>

#include "tests/extract/marked_article.h"

namespace extract {
namespace {

TEST_CASE("a name that gazetteer and tagger read alike is told by both") {
  const MarkedArticle article("It is made by [Nyrstar/ORG] itself.");
  CHECK(article.entity("Nyrstar") == "company:nyrstar");
  CHECK(article.how("Nyrstar") == "both");
}

TEST_CASE("a name around a known one is a name of its own") {
  const MarkedArticle article(
      "She left the [University of Tennessee/ORG] in May.");
  CHECK(article.entity("University of Tennessee") ==
        "organization:university-of-tennessee");
  CHECK(article.entity("Tennessee").empty());
}

TEST_CASE("a body named after a place of several words is no place") {
  const std::string_view name = "West Virginia Normal School";
  const MarkedArticle tagged("She left [West Virginia Normal School/ORG].",
                             0.6F);
  CHECK(tagged.entity(name) == "organization:west-virginia-normal-school");
  const MarkedArticle unread(
      "She had left West Virginia Normal for good that year.");
  CHECK(unread.entity("West Virginia").empty());
}

TEST_CASE("a legal form after a known name makes no other company") {
  const MarkedArticle article("[Korea Zinc Corporation/ORG] grew.");
  CHECK(article.entity("Korea Zinc Corporation") == "company:korea-zinc");
}

TEST_CASE("places beside each other stay two even if tagged as one") {
  const MarkedArticle article("She flew to [Seoul, South Korea/LOC].");
  CHECK(article.entity("Seoul") == "place:seoul");
  CHECK(article.entity("South Korea") == "place:south-korea");
}

TEST_CASE("a sure tagger takes a single word from the gazetteer") {
  const std::string_view marked =
      "[Denzel Washington/PER] smiled. Later "
      "[Washington/PER] bowed.";
  CHECK(MarkedArticle(marked).entity("Washington") ==
        "person:denzel-washington");
}

TEST_CASE("a country that acts is still the country") {
  const MarkedArticle article("Officials said [China/ORG] wants more.");
  CHECK(article.entity("China") == "place:china");
}

TEST_CASE("a weak name counts where the tagger supports it") {
  CHECK(MarkedArticle("He was born in [Jordan/LOC] then.").entity("Jordan") ==
        "place:jordan");
}

TEST_CASE("a body that begins within a known place has all of its words") {
  const MarkedArticle article(
      "It was read in United [States Congress/ORG] then.");
  CHECK(article.entity("United States Congress") != "");
  CHECK(article.entity("United States").empty());
}

TEST_CASE("a person who works somewhere is no works") {
  const MarkedArticle article("It is the yard where [Walesa/PER] works now.");
  CHECK(article.entity("Walesa works").empty());
  CHECK(article.entity("Walesa") == "nobody");
}

TEST_CASE("words beside a place that are no name are not of its mention") {
  const MarkedArticle article("She lives in upstate [New York/LOC] now.");
  CHECK(article.how("New York") != "");
  CHECK(article.entity("upstate New York").empty());
}

TEST_CASE("a place in the title of a work is no mention") {
  const MarkedArticle article("They watched [Paris Is Burning/MISC] twice.");
  CHECK(article.entity("Paris").empty());
}

}  // namespace
}  // namespace extract
