#include "extract/new_names.h"

#include <doctest/doctest.h>

#include "tests/extract/marked_article.h"

namespace extract {
namespace {

TEST_CASE("a surname means the person whom the article names in full") {
  const MarkedArticle article(
      "[Quentin Marlowe/PER] spoke. Later [Marlowe/PER] left.");
  CHECK(article.entity("Quentin Marlowe") == "person:quentin-marlowe");
  CHECK(article.entity("Marlowe") == "person:quentin-marlowe");
  CHECK(article.how("Marlowe") == "alias");
}

TEST_CASE("of two people of one surname the one named last is meant") {
  const MarkedArticle article(
      "[Ann Quibble/PER] met [Tom Quibble/PER]. [Quibble/PER] smiled. "
      "[Ann Quibble/PER] left. [Quibble/PER] was tired.");
  CHECK(article.entity("Quibble", 1) == "person:tom-quibble");
  CHECK(article.entity("Quibble", 2) == "person:ann-quibble");
}

TEST_CASE("a surname alone is a mention of nobody known") {
  const MarkedArticle article("Mr [Quibble/PER] spoke to the press.");
  CHECK(article.entity("Quibble") == "nobody");
}

TEST_CASE("a name with a middle initial is the same person in one article") {
  const MarkedArticle article(
      "[George W. Quibble/PER] won. [George Quibble/PER] was glad.");
  CHECK(article.entity("George Quibble") == "person:george-w-quibble");
}

TEST_CASE("other middle initials are other people") {
  const MarkedArticle article(
      "[George W. Quibble/PER] is no [George H. Quibble/PER].");
  CHECK(article.entity("George H. Quibble") == "person:george-h-quibble");
}

TEST_CASE("an acronym is explained in brackets, in either order") {
  const MarkedArticle article(
      "The [Quibble Workers Union/ORG] ([QWU/ORG]) met the [SPQ/ORG] "
      "([Society of Plain Quibblers/ORG]). The [QWU/ORG] won.");
  CHECK(article.entity("QWU", 2) == "organization:quibble-workers-union");
  CHECK(article.entity("SPQ") == "organization:society-of-plain-quibblers");
}

TEST_CASE("an agency in brackets after a place is not the place") {
  const MarkedArticle article(
      "The men of [Addis Quible/LOC] ([AQP/ORG]) left.");
  CHECK(article.entity("AQP") == "nobody");
}

TEST_CASE("an acronym that nobody explains is no entity of the archive") {
  const MarkedArticle article("The [QWU/ORG] met. The [QWU/ORG] won.");
  CHECK(article.entity("QWU") == "nobody");
}

TEST_CASE("the first word of a company's name stands for it") {
  const MarkedArticle article(
      "[Quibbly Motors Inc./ORG] grew. [Quibbly/ORG] sold more.");
  CHECK(article.entity("Quibbly") == "company:quibbly-motors");
}

TEST_CASE("a doubtful name is an entity only when the article repeats it") {
  CHECK(MarkedArticle("She saw [Quibbletown/LOC].", 0.65F)
            .entity("Quibbletown") == "nobody");
  CHECK(MarkedArticle("[Quibbletown/LOC] is old. [Quibbletown/LOC] lies low.",
                      0.65F)
            .entity("Quibbletown") == "place:quibbletown");
}

TEST_CASE("a ministry without its land is no entity of the archive") {
  const MarkedArticle article("The [Ministry of Quibbles/ORG] opened.");
  CHECK(article.entity("Ministry of Quibbles") == "nobody");
}

TEST_CASE("the words of a name and those beside it tell its type") {
  CHECK(MarkedArticle("The [University of Quibble/ORG] opened.")
            .entity("University of Quibble") ==
        "organization:university-of-quibble");
  CHECK(MarkedArticle("The [Quibbletown City Council/ORG] met.")
            .entity("Quibbletown City Council") ==
        "government:quibbletown-city-council");
  CHECK(MarkedArticle("Shares of [Quibblix/ORG] fell.").entity("Quibblix") ==
        "company:quibblix");
  CHECK(MarkedArticle("Planes left [Quibble Airport/LOC].")
            .entity("Quibble Airport") == "facility:quibble-airport");
}

}  // namespace
}  // namespace extract
