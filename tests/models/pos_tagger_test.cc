#include "models/pos_tagger.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace models;

namespace {

const std::string kModels = std::string(LODE_SOURCE_DIR) + "/corpora/models/";

struct Tagger {
  WordClasses classes{kModels + "classes.bin"};
  PosTagger tagger{kModels + "tagger.bin", classes};
};

}  // namespace

TEST_CASE("words are tagged by what they are here, not by how they look") {
  const Tagger it;
  const std::vector<std::string_view> words = {
      "They", "lead", "the", "market", "in", "lead", "and", "zinc", "."};
  const std::vector<WordTag> tags = it.tagger.tag_finely(words);
  REQUIRE(tags.size() == words.size());
  CHECK(tags[0].tag == Tag::kPron);
  CHECK(tags[1].tag == Tag::kVerb);
  CHECK(tags[5].tag == Tag::kNoun);
  CHECK(tags[8].penn == PennTag::kFullStop);
}

TEST_CASE("a participle is told from a past tense") {
  const Tagger it;
  const std::vector<std::string_view> words = {
      "The", "mine",  "was",    "bought",  "by", "Glencore",
      ",",   "which", "bought", "another", "."};
  const std::vector<WordTag> tags = it.tagger.tag_finely(words);
  CHECK(tags[3].penn == PennTag::kParticiple);
  CHECK(tags[5].tag == Tag::kPropn);
  CHECK(tags[8].penn == PennTag::kPast);
}

TEST_CASE("curly quotes are tagged as straight ones") {
  const Tagger it;
  const std::vector<std::string_view> curly = {"the", "miner", "’s", "plan"};
  const std::vector<std::string_view> plain = {"the", "miner", "'s", "plan"};
  CHECK(it.tagger.tag_finely(curly) == it.tagger.tag_finely(plain));
}

TEST_CASE("absurd words are tagged too") {
  const Tagger it;
  const std::string broken = "\xE2\x80\xFF\x00\x01";
  const std::string endless(100'000, 'x');
  const std::vector<std::string_view> words = {"",     broken,     endless,
                                               "\xE2", "\xE2\x80", "鉛"};
  CHECK(it.tagger.tag(words).size() == words.size());
  CHECK(it.tagger.tag({}).empty());
  const std::vector<std::string_view> many(100'000, "zinc");
  CHECK(it.tagger.tag(many).size() == many.size());
}
