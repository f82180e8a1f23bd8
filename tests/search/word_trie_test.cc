#include "search/word_trie.h"

#include <doctest/doctest.h>

#include <random>

#include "search/near_text.h"
#include "tests/search/hex.h"
#include "text/error.h"

namespace search {
namespace {

std::vector<std::string> words_of(const std::vector<WordGuess>& guesses) {
  std::vector<std::string> words;
  for (const WordGuess& guess : guesses) words.push_back(guess.word);
  return words;
}

using Words = std::vector<std::string>;

std::u32string letters(const std::string& ascii) {
  return {ascii.begin(), ascii.end()};
}

}  // namespace

TEST_CASE("words are counted, others not") {
  const std::string bytes =
      encode_word_trie({{"zinc", 7}, {"zincs", 2}, {"цинк", 70'000}});
  const WordTrie trie(bytes);
  CHECK(trie.count("zinc") == 7);
  CHECK(trie.count("zin") == 0);
  CHECK(trie.count("цинк") == 65'535);
  CHECK(trie.count("") == 0);
}

TEST_CASE("one mistake is looked past in short words, two in long ones") {
  const std::string bytes = encode_word_trie(
      {{"korea", 9}, {"nyrstar", 9}, {"smelter", 9}, {"acquisition", 9}});
  const WordTrie trie(bytes);
  CHECK(words_of(trie.guess("koera", Ending::kTyped)) == Words{"korea"});
  CHECK(words_of(trie.guess("nyrstr", Ending::kTyped)) == Words{"nyrstar"});
  CHECK(words_of(trie.guess("smleter", Ending::kTyped)) == Words{"smelter"});
  CHECK(words_of(trie.guess("amelter", Ending::kTyped)) == Words{"smelter"});
  CHECK(words_of(trie.guess("acqiustion", Ending::kTyped)) ==
        Words{"acquisition"});
  CHECK(trie.guess("kroae", Ending::kTyped).empty());
  CHECK(trie.guess("kor", Ending::kTyped).empty());
}

TEST_CASE("an open ending gives the commonest word that goes on") {
  const std::string bytes =
      encode_word_trie({{"smell", 3}, {"smelt", 5}, {"smelter", 9}});
  const auto guesses = WordTrie(bytes).guess("smle", Ending::kOpen);
  REQUIRE(guesses.size() == 1);
  CHECK(guesses[0] == WordGuess{"smelter", 1, 9});
}

TEST_CASE("the tree finds just the words that comparing each one finds") {
  std::mt19937 random(7);
  const auto word = [&](size_t size) {
    std::string made;
    for (size_t i = 0; i < size; ++i) {
      made += static_cast<char>('a' + random() % 4);
    }
    return made;
  };
  WordCounts words;
  for (int i = 0; i < 2000; ++i) words[word(3 + random() % 8)] = 1;
  const std::string bytes = encode_word_trie(words);
  for (int i = 0; i < 60; ++i) {
    const std::string typed = word(4 + random() % 6);
    Words expected;
    for (const auto& [known, count] : words) {
      if (count_mistakes(letters(typed), letters(known)) <=
          mistakes_allowed(typed.size())) {
        expected.push_back(known);
      }
    }
    CHECK(words_of(WordTrie(bytes).guess(typed, Ending::kTyped)) == expected);
  }
}

TEST_CASE("the documented example is what is written") {
  CHECK(to_hex(encode_word_trie({{"zn", 3}})) ==
        "02000000"
        "0200000002000000"
        "7a006e00"
        "00000300");
}

TEST_CASE("cut bytes are refused") {
  const std::string bytes = encode_word_trie({{"zinc", 1}});
  CHECK_THROWS_AS(WordTrie(bytes.substr(0, bytes.size() - 1)),
                  text::StorageError);
}

}  // namespace search
