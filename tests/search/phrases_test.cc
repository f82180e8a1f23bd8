#include "search/phrases.h"

#include <doctest/doctest.h>

namespace search {
namespace {

std::vector<Phrase> phrases_of(const std::vector<std::string>& texts) {
  return find_phrases(
      [&](const std::function<void(std::string_view)>& work) {
        for (const std::string& text : texts) work(text);
      },
      10);
}

// Words that make others rare among all.
std::vector<std::string> with_filler(std::vector<std::string> texts) {
  for (int i = 0; i < 300; ++i) {
    texts.push_back("Filler" + std::string(1, static_cast<char>('a' + i % 26)) +
                    " of something else, and more of it");
  }
  return texts;
}

}  // namespace

TEST_CASE("words that stand together often and alone are a phrase") {
  const auto phrases = phrases_of(
      with_filler({"The rare earth is back", "More of the rare earth, again",
                   "Rare earth and others", "A rare of the earth"}));
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0] == Phrase{"rare earth", 3});
}

TEST_CASE("a phrase in fewer than three texts is none") {
  CHECK(phrases_of(with_filler({"The rare earth", "A rare earth"})).empty());
}

TEST_CASE("a part of a longer phrase is left out where it says no more") {
  const auto phrases = phrases_of(
      with_filler({"The rare earth export ban", "A rare earth export ban",
                   "No rare earth export ban"}));
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0].text == "rare earth export ban");
}

TEST_CASE("Chinese words side by side are a phrase") {
  const auto phrases =
      phrases_of(with_filler({"稀土出口。", "，稀土出口，", "稀土出口"}));
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0].text == "稀土出口");
}

}  // namespace search
