#include "extract/tokens.h"

#include <doctest/doctest.h>

namespace extract {
namespace {

std::string folded(std::string_view text) {
  std::string words;
  for (const Token& token : tokenize(text)) {
    if (!words.empty()) words += ' ';
    words += token.folded;
  }
  return words;
}

TEST_CASE("words, numbers and abbreviations are one token each") {
  CHECK(folded("The U.S. paid 10,155 yuan/mtu for WO3.") ==
        "the us paid 10,155 yuan / mtu for wo3 .");
}

TEST_CASE("a possessive ending is a mark and not a token") {
  const auto tokens = tokenize("Nyrstar’s smelter");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].folded == "nyrstar");
  CHECK(tokens[0].possessive);
  CHECK(tokens[0].span == text::Span{0, 7});
}

TEST_CASE("dashes and quotes of every kind are one kind") {
  CHECK(folded("US–Australia “pact”") == "us - australia \" pact \"");
}

TEST_CASE("Chinese, Japanese and Korean give a token a character") {
  CHECK(folded("고려아연이") == "고 려 아 연 이");
  const auto tokens = tokenize("锌zinc");
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].kind == TokenKind::kHan);
}

TEST_CASE("full stops of abbreviations are no tokens of a sentence") {
  const auto passage =
      read_passage("Korea Zinc Co., Ltd. grew. It did.", false);
  REQUIRE(passage.sentences.size() == 2);
  CHECK(passage.tokens[passage.sentences[1].first].folded == "it");
}

}  // namespace
}  // namespace extract
