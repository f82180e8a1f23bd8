#include "models/name_tagger.h"

#include <doctest/doctest.h>

#include <string>

#include "models/pos_tagger.h"

using namespace models;

namespace {

const std::filesystem::path kModels =
    std::filesystem::path(LODE_SOURCE_DIR) / "corpora/models";

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct Reader {
  WordClasses classes{kModels / "classes.bin"};
  NameLists lists{kModels / "lists.bin"};
  PosTagger tagger{kModels / "tagger.bin", classes};
  NameTagger names{kModels / "names.bin", classes, lists};

  // The names of an article as `PER Ada Lovelace; `, by sentence.
  std::vector<std::string> read(const std::vector<std::string>& article) const {
    static constexpr std::array<std::string_view, kNameClassCount> kClasses = {
        "PER", "ORG", "LOC", "MISC"};
    std::vector<TaggedSentence> sentences;
    for (const std::string& sentence : article) {
      const auto words = split(sentence);
      sentences.push_back({words, tagger.tag(words)});
    }
    std::vector<std::string> told;
    const auto found = names.tag(sentences);
    for (size_t i = 0; i < found.size(); ++i) {
      std::string& names_told = told.emplace_back();
      for (const NameSpan& name : found[i]) {
        names_told += kClasses[static_cast<size_t>(name.name_class)];
        for (uint32_t w = name.first; w < name.last; ++w) {
          names_told.append(" ").append(sentences[i].words[w]);
        }
        names_told += "; ";
      }
    }
    return told;
  }
};

}  // namespace

TEST_CASE("people, organisations and places are told apart") {
  const Reader reader;
  const auto told = reader.read(
      {"Maria Gonzalez , chief executive of Northfield Energy Corp. , said in "
       "Chicago on Monday that the company would hire 200 people ."});
  CHECK(told[0] ==
        "PER Maria Gonzalez; ORG Northfield Energy Corp.; LOC Chicago; ");
}

TEST_CASE("titles and articles are no part of a name") {
  const Reader reader;
  const auto told =
      reader.read({"President Barack Obama met Mr. Cameron in the "
                   "Netherlands on Tuesday ."});
  CHECK(told[0] == "PER Barack Obama; PER Cameron; LOC Netherlands; ");
}

TEST_CASE("a headline in capitals is read as if it were none") {
  const Reader reader;
  const auto told = reader.read({"FRANCE AND GERMANY SIGN TRADE AGREEMENT"});
  CHECK(told[0] == "LOC FRANCE; LOC GERMANY; ");
}

TEST_CASE("a particle and its hyphen begin a name") {
  const Reader reader;
  const auto told =
      reader.read({"The group has links to al - Qaeda , officials said ."});
  CHECK(told[0] == "ORG al - Qaeda; ");
}

TEST_CASE("text without names or without words has none") {
  const Reader reader;
  CHECK(reader.read({"the price of tin rose again yesterday ."})[0].empty());
  const std::vector<TaggedSentence> nothing(1);
  CHECK(reader.names.tag(nothing).front().empty());
  CHECK(reader.names.tag({}).empty());
}

TEST_CASE("a stretch of capitals longer than any name is read to its end") {
  const Reader reader;
  std::string sentence = "Ada";
  for (int i = 0; i < 3000; ++i) sentence += " Ada";
  CHECK(reader.read({sentence}).size() == 1);
}
