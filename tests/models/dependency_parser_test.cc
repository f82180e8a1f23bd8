#include "models/dependency_parser.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "models/pos_tagger.h"

using namespace models;

namespace {

const std::string kModels = std::string(LODE_SOURCE_DIR) + "/corpora/models/";

struct Parser {
  WordClasses classes{kModels + "classes.bin"};
  PosTagger tagger{kModels + "tagger.bin", classes};
  DependencyParser parser{kModels + "parser.bin", classes};

  Tree parse(const std::vector<std::string_view>& words) const {
    return parser.parse(words, tagger.tag_finely(words));
  }
};

// Whether every word reaches the one root in fewer arcs than there are words.
bool is_tree(const Tree& tree) {
  if (std::ranges::count(tree, kNoHead, &Node::head) != 1) return false;
  return std::ranges::all_of(tree, [&](const Node& node) {
    size_t arcs = 0;
    uint32_t head = node.head;
    while (head != kNoHead && ++arcs <= tree.size()) head = tree[head].head;
    return arcs <= tree.size();
  });
}

}  // namespace

TEST_CASE("a simple sentence tells who does what") {
  const Parser it;
  const Tree tree =
      it.parse({"Glencore", "bought", "the", "smelter", "in", "May", "."});
  CHECK(tree[0] == Node{1, Dependency::kNsubj});
  CHECK(tree[1] == Node{kNoHead, Dependency::kRoot});
  CHECK(tree[2] == Node{3, Dependency::kDet});
  CHECK(tree[3] == Node{1, Dependency::kObj});
  CHECK(tree[5] == Node{1, Dependency::kObl});
}

TEST_CASE("a passive tells its agent") {
  const Parser it;
  const Tree tree =
      it.parse({"The", "mine", "was", "sold", "by", "Vedanta", "."});
  CHECK(tree[1] == Node{3, Dependency::kNsubjPass});
  CHECK(tree[2] == Node{3, Dependency::kAuxPass});
  CHECK(tree[5].head == 3);
}

TEST_CASE("no words have no tree") { CHECK(Parser().parse({}).empty()); }

TEST_CASE("one word is the root") {
  CHECK(Parser().parse({"Zinc"}) == Tree{{kNoHead, Dependency::kRoot}});
}

TEST_CASE("a parser that follows one tree reads a simple sentence too") {
  const Parser it;
  const DependencyParser narrow(kModels + "parser.bin", it.classes,
                                BeamLimits{.width = 1, .margin = 0});
  const std::vector<std::string_view> words = {"Teck", "sold", "it", "."};
  CHECK(narrow.parse(words, it.tagger.tag_finely(words)) == it.parse(words));
}

TEST_CASE("absurd words make a tree too") {
  const Parser it;
  const std::string endless(10'000, 'x');
  CHECK(is_tree(it.parse({"", "\xFF\xFE", endless, ",", "", "\xE2\x80"})));
  CHECK(is_tree(it.parse(std::vector<std::string_view>(199, "("))));
  CHECK(is_tree(it.parse(std::vector<std::string_view>(401, "of"))));
}

TEST_CASE("a text without end is parsed in pieces") {
  const Parser it;
  std::vector<std::string_view> words;
  while (words.size() < 20'000) {
    for (const std::string_view word :
         {"zinc", "fell", "and", "lead", "rose", ",", "which", "was", "sold"}) {
      words.push_back(word);
    }
  }
  CHECK(is_tree(it.parse(words)));
}
