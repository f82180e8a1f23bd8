#include "search/match_pattern.h"

#include <doctest/doctest.h>

#include "tests/search/marked_text.h"

namespace search {

namespace {

std::string mark(std::string_view text, std::vector<MatchPattern> patterns) {
  return in_brackets(
      text, merge_spans(find_matches(text::analyze(text, "en"), patterns)));
}

}  // namespace

TEST_CASE("a word is marked in its exact form, a stem in every form") {
  CHECK(mark("Smelter and smelters", {{.terms = {"smelter"}}}) ==
        "[Smelter] and smelters");
  CHECK(
      mark("Smelter and smelters", {{.terms = {"smelter"}, .is_stem = true}}) ==
      "[Smelter] and [smelters]");
}

TEST_CASE("a phrase is marked where its words follow one another") {
  const MatchPattern phrase{.terms = {"critical", "minerals"}};
  CHECK(mark("critical minerals, minerals critical", {phrase}) ==
        "[critical minerals], minerals critical");
}

TEST_CASE("Chinese characters are marked inside compounds") {
  CHECK(mark("株冶锌业公司", {{.terms = {"锌"}}}) == "株冶[锌]业公司");
  CHECK(mark("株冶锌业公司", {{.terms = {"锌业", "业公"}}}) ==
        "株冶[锌业公]司");
}

TEST_CASE("a word that is asked for again is looked for once") {
  const std::vector<MatchPattern> word{{.terms = {"the"}}};
  const auto again = join_patterns(join_patterns(word, word), word);
  CHECK(again.size() == 1);
  CHECK(join_patterns(word, {{.terms = {"the"}, .is_stem = true}}).size() == 2);
}

TEST_CASE("overlapping marks become one") {
  CHECK(mark("锌业公司", {{.terms = {"锌业"}}, {.terms = {"业公"}}}) ==
        "[锌业公]司");
}

}  // namespace search
