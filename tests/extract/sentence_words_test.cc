#include "extract/sentence_words.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace extract;

namespace {

using Words = std::vector<std::string_view>;

// `text` must outlive the words, and be one sentence.
SentenceWords cut(std::string_view text) {
  const Passage passage = read_passage(text, false);
  REQUIRE(passage.sentences.size() == 1);
  return cut_words(passage, passage.sentences[0]);
}

}  // namespace

TEST_CASE("possessives and contractions are cut into two words") {
  CHECK(cut("The miner's plan").words == Words{"The", "miner", "'s", "plan"});
  CHECK(cut("The miner’s plan").words == Words{"The", "miner", "’s", "plan"});
  CHECK(cut("The miners' plan").words == Words{"The", "miners", "'", "plan"});
  CHECK(cut("It's sold").words == Words{"It", "'s", "sold"});
  CHECK(cut("They don't sell").words == Words{"They", "do", "n't", "sell"});
  CHECK(cut("They don’t sell").words == Words{"They", "do", "n’t", "sell"});
  CHECK(cut("We'll see").words == Words{"We", "'ll", "see"});
  CHECK(cut("We cannot see").words == Words{"We", "can", "not", "see"});
}

TEST_CASE("what only looks like a contraction stays whole") {
  CHECK(cut("O'Brien sold").words == Words{"O'Brien", "sold"});
  CHECK(cut("L'Oreal sold").words == Words{"L'Oreal", "sold"});
}

TEST_CASE("an abbreviation has its full stop") {
  CHECK(cut("Rio Corp. sold it").words == Words{"Rio", "Corp.", "sold", "it"});
}

TEST_CASE("dots and dashes in a row are one word") {
  const SentenceWords words = cut("It sold -- quickly");
  CHECK(words.words == Words{"It", "sold", "--", "quickly"});
  CHECK(words.tokens[2] == TokenRange{2, 4});
  CHECK(words.tokens[3] == TokenRange{4, 5});
}

TEST_CASE("an address is one word") {
  CHECK(cut("Ask desk@Example.com now").words ==
        Words{"Ask", "desk@Example.com", "now"});
  CHECK(cut("See example.com, or <http://example.org/A-b>").words ==
        Words{"See", "example.com", ",", "or", "<", "http://example.org/A-b",
              ">"});
  CHECK(cut("He left.Then he sold").words ==
        Words{"He", "left", ".", "Then", "he", "sold"});
}

TEST_CASE("each token knows its first word") {
  const SentenceWords words = cut("It's the miner's");
  CHECK(words.words == Words{"It", "'s", "the", "miner", "'s"});
  CHECK(words.first_words == std::vector<uint32_t>{0, 2, 3});
  CHECK(words.tokens[1] == TokenRange{0, 1});
}

TEST_CASE("a CJK name in an English sentence is one word") {
  const SentenceWords words = cut("Korea Zinc (고려아연) rose");
  CHECK(words.words == Words{"Korea", "Zinc", "(", "고려아연", ")", "rose"});
}
