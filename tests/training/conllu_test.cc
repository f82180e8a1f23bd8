#include "training/conllu.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace training;
using models::Dependency;
using models::Tag;

namespace {

std::filesystem::path write(const std::filesystem::path& path,
                            std::string_view text) {
  std::ofstream(path) << text;
  return path;
}

constexpr std::string_view kTwoSentences =
    "# text = I don't.\n"
    "1\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\tSpaceAfter=No\n"
    "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n"
    "\n"
    "1\tMonday\tMonday\tPROPN\tNNP\t_\t0\tobl:unmarked\t_\t_\n"
    "\n";

}  // namespace

TEST_CASE("a treebank is read word by word") {
  const TemporaryDirectory folder;
  const auto sentences = read_conllu(write(folder / "t.conllu", kTwoSentences));
  REQUIRE(sentences.size() == 2);
  const TreebankSentence& first = sentences[0];
  CHECK(first.words == std::vector<std::string>{"I", "do", "n't", "."});
  CHECK(first.tags[2] == Tag::kPart);
  CHECK(first.fine_tags[2] == "RB");
  CHECK(first.tree[0] == models::Node{2, Dependency::kNsubj});
  CHECK(first.tree[1].head == models::kNoHead);
  CHECK(first.space_after == std::vector<bool>{true, true, false, true});
  CHECK(sentences[1].tree[0].dependency == Dependency::kObl);
  CHECK(sentences[1].relations[0] == "obl:unmarked");
}

TEST_CASE("a broken line is named with its file and number") {
  const TemporaryDirectory folder;
  CHECK_THROWS_WITH_AS(
      read_conllu(write(folder / "t.conllu", "# ok\n1\tI\tI\tPRON\n")),
      doctest::Contains("t.conllu: line 2: not ten columns"), text::InputError);
  CHECK_THROWS_AS(
      read_conllu(write(folder / "head.conllu",
                        "1\tI\tI\tPRON\tPRP\t_\t9\tnsubj\t_\t_\n\n")),
      text::InputError);
}

TEST_CASE("the documents of a split are those that its list names") {
  const TemporaryDirectory folder;
  write(folder / "splits.md",
        "## dev\n\n  * GUM_a\n  * GUM_missing\n\n## train\n\n  * GUM_b\n");
  write(folder / "GUM_a.conllu", "");
  write(folder / "GUM_b.conllu", "");
  CHECK(gum_files(folder.path(), "dev") ==
        std::vector<std::filesystem::path>{folder / "GUM_a.conllu"});
}
