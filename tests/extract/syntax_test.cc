#include "extract/syntax.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace extract;
using models::Dependency;
using models::Tag;

namespace {

struct Models {
  std::string folder = std::string(LODE_SOURCE_DIR) + "/corpora/models";
  models::WordClasses classes{folder + "/classes.bin"};
  SyntaxModels syntax{folder, classes};
};

struct Read {
  explicit Read(std::string text_)
      : text(std::move(text_)), passage(read_passage(text, false)) {
    REQUIRE(!passage.sentences.empty());
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;

  Models models;
  std::string text;
  Passage passage;
  SentenceSyntax syntax{models.syntax, passage, passage.sentences[0]};
};

}  // namespace

TEST_CASE("a sentence is told in tokens") {
  const Read it("Glencore's unit bought the smelter in May.");
  CHECK(it.syntax.has_tree());
  CHECK(it.syntax.root() == 2);
  CHECK(it.syntax.tag(2) == Tag::kVerb);
  CHECK(it.syntax.head(1) == 2);
  CHECK(it.syntax.dependency(1) == Dependency::kNsubj);
  CHECK(it.syntax.dependency(0) == Dependency::kNmodPoss);
  CHECK(it.syntax.head(0) == 1);
  CHECK(it.syntax.dependency(4) == Dependency::kObj);
  CHECK(it.syntax.subtree(1) == TokenRange{0, 2});
  CHECK(it.syntax.subtree(2) == TokenRange{0, 8});
}

TEST_CASE("children come in order and know their head") {
  const Read it("Glencore bought the old smelter in May.");
  for (size_t i = 0; i < it.passage.tokens.size(); ++i) {
    const auto children = it.syntax.children(i);
    CHECK(std::ranges::is_sorted(children));
    for (const size_t child : children) CHECK(it.syntax.head(child) == i);
  }
  CHECK(it.syntax.children(4).size() == 2);
}

TEST_CASE("the second word of a token is its ending") {
  const Read it("They didn't sell the miner's mine.");
  REQUIRE(it.syntax.ending(1).has_value());
  CHECK(it.syntax.ending(1)->tag.tag == Tag::kPart);
  CHECK(it.syntax.ending(1)->head == 2);
  REQUIRE(it.syntax.ending(4).has_value());
  CHECK(it.syntax.ending(4)->dependency == Dependency::kCase);
  CHECK(it.syntax.ending(4)->head == 4);
  CHECK(!it.syntax.ending(0).has_value());
}

TEST_CASE("words of the models lead back to their tokens") {
  const Read it("Glencore's unit sold Port Pirie.");
  const auto& tagged = it.syntax.tagged();
  REQUIRE(tagged.words.size() == tagged.tags.size());
  CHECK(tagged.words[4] == "Port");
  CHECK(it.syntax.tokens_of(4, 6) == TokenRange{3, 5});
  CHECK(it.syntax.tokens_of(0, 2) == TokenRange{0, 1});
}

TEST_CASE("a Chinese sentence has no tree") {
  const Read it("温山冶炼厂去年生产锌。");
  CHECK(!it.syntax.has_tree());
  CHECK(it.syntax.root() == kNoToken);
  CHECK(it.syntax.head(0) == kNoToken);
  CHECK(it.syntax.children(0).empty());
}

TEST_CASE("a text without end is tagged, but has no tree") {
  std::string text = "Zinc";
  for (int i = 0; i < 20'000; ++i) text += " ounces, tonnes";
  const Read it(text);
  CHECK(it.syntax.tag(1) == Tag::kNoun);
  const bool endless = it.passage.sentences.size() == 1;
  REQUIRE(endless);
  CHECK(!it.syntax.has_tree());
}
