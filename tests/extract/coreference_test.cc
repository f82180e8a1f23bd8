#include "extract/coreference.h"

#include <doctest/doctest.h>

#include "tests/extract/marked_article.h"

namespace extract {
namespace {

TEST_CASE("he is the only man of the sentences before") {
  const MarkedArticle article(
      "[Quentin Marlowe/PER] lives in [Quibbletown/LOC]. There he founded a "
      "shop. His shop is small.");
  CHECK(article.entity("he") == "person:quentin-marlowe");
  CHECK(article.entity("His") == "person:quentin-marlowe");
}

TEST_CASE("she is not a man") {
  const MarkedArticle article(
      "[Peter Marlowe/PER] met [Julia Quibble/PER]. She smiled.");
  CHECK(article.entity("She") == "person:julia-quibble");
}

TEST_CASE("he is nobody where two men could be meant") {
  const MarkedArticle article(
      "[Peter Marlowe/PER] told [John Quibble/PER] what he saw.");
  CHECK(article.entity("he").empty());
}

TEST_CASE("he is the subject of the sentence before") {
  const MarkedArticle article(
      "[Peter Marlowe/PER] wrote to [John Quibble/PER]. He was late.");
  CHECK(article.entity("He") == "person:peter-marlowe");
}

TEST_CASE("somebody spoken of long ago is not meant any more") {
  const MarkedArticle article(
      "[Peter Marlowe/PER] spoke. It rained. It snowed. It froze. It thawed. "
      "He left.");
  CHECK(article.entity("He").empty());
}

TEST_CASE("the university is the one whose name says so") {
  const MarkedArticle article(
      "The [University of Quibble/ORG] and [Oxfam/ORG] grew. Then the "
      "university moved.");
  CHECK(article.entity("the university") ==
        "organization:university-of-quibble");
}

TEST_CASE("the university is none where two have such names") {
  const MarkedArticle article(
      "The [University of Quibble/ORG] and [Marlowe University/ORG] grew. Then "
      "the university moved.");
  CHECK(article.entity("the university").empty());
}

TEST_CASE("the company is the company that was the subject last") {
  const MarkedArticle article(
      "[Quibbly Motors Inc./ORG] makes cars. Then the company moved.");
  CHECK(article.entity("the company") == "company:quibbly-motors");
}

}  // namespace
}  // namespace extract
