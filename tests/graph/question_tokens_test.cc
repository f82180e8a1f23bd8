#include "graph/question_tokens.h"

#include <doctest/doctest.h>

namespace graph {

TEST_CASE("words, numbers and East Asian characters are tokens") {
  CHECK(split_phrase("Who owns Korea Zinc?") ==
        Phrase{"who", "owns", "korea", "zinc"});
  CHECK(split_phrase("2025年12月") == Phrase{"2025", "年", "12", "月"});
  CHECK(split_phrase("고려아연의") == Phrase{"고", "려", "아", "연", "의"});
}

TEST_CASE(
    "a possessive ending is a token of its own, whatever its apostrophe") {
  CHECK(split_phrase("Nyrstar's owner") == Phrase{"nyrstar", "'s", "owner"});
  CHECK(split_phrase("Nyrstar’s owner") == Phrase{"nyrstar", "'s", "owner"});
  const std::string question = "Nyrstar’s";
  const auto tokens = split_question(question);
  REQUIRE(tokens.size() == 2);
  CHECK(slice(question, tokens[0].span) == "Nyrstar");
}

}  // namespace graph
