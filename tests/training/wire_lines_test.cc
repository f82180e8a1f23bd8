#include "training/wire_lines.h"

#include <doctest/doctest.h>

using namespace training;
using models::NameClass;

namespace {

const WireNames kNames = {{"Ada Lovelace"}, {"Zurich"}};

}  // namespace

TEST_CASE("every name of a wire line stands where it is marked") {
  for (const MarkedArticle& article : make_wire_articles(kNames, 40, 7)) {
    for (const MarkedSentence& sentence : article.sentences) {
      for (const MarkedName& name : sentence.names) {
        const std::string& last = sentence.words[name.last - 1];
        if (name.name_class == NameClass::kPerson) CHECK(last == "Lovelace");
        if (name.name_class == NameClass::kLocation) {
          CHECK((last == "Zurich" || last == "ZURICH"));
        }
      }
    }
  }
}

TEST_CASE("the same seed makes the same wire lines") {
  const auto first = make_wire_articles(kNames, 3, 1);
  const auto again = make_wire_articles(kNames, 3, 1);
  REQUIRE(first.size() == 3);
  CHECK(first[2].sentences[1].words == again[2].sentences[1].words);
}

TEST_CASE("names of people in full and of places are collected") {
  MarkedSentence sentence;
  sentence.words = {"Ada", "Lovelace", "left", "Zurich", "with", "Ada"};
  sentence.names = {{0, 2, NameClass::kPerson},
                    {3, 4, NameClass::kLocation},
                    {5, 6, NameClass::kPerson}};
  const WireNames names = collect_wire_names({{{sentence}}});
  CHECK(names.people == std::vector<std::string>{"Ada Lovelace"});
  CHECK(names.places == std::vector<std::string>{"Zurich"});
}
