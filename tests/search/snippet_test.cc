#include "search/snippet.h"

#include <doctest/doctest.h>

#include "tests/search/marked_text.h"
#include "text/utf8.h"

namespace search {

namespace {

std::string show(const Snippet& snippet) {
  return in_brackets(snippet.text, snippet.marks);
}

std::string repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) repeated += text;
  return repeated;
}

const std::vector<MatchPattern> kZinc = {{.terms = {"zinc"}}};

}  // namespace

TEST_CASE("a short body is shown whole, paragraphs joined") {
  CHECK(show(make_snippet("Zinc rose.\n\nLead fell.", "en", kZinc)) ==
        "[Zinc] rose. Lead fell.");
}

TEST_CASE("a snippet begins with the sentence of the match") {
  const std::string body = repeat("Copper was flat on the day. ", 30) +
                           "Prices of zinc rose. " +
                           repeat("Lead fell by a little. ", 30);
  const Snippet snippet = make_snippet(body, "en", kZinc);
  CHECK(show(snippet).starts_with("Prices of [zinc] rose. Lead fell"));
  CHECK(snippet.text.size() <= kSnippetWidth + 10);
}

TEST_CASE("a snippet ends with a sentence where one ends near") {
  const std::string body =
      "Prices of zinc rose. " + repeat("Lead fell by a little. ", 30);
  CHECK(show(make_snippet(body, "en", kZinc)).ends_with("by a little."));
}

TEST_CASE("inside a long sentence whole words are cut and dots say so") {
  const std::string body =
      repeat("copper ", 100) + "zinc" + repeat(" nickel", 100);
  const std::string shown = show(make_snippet(body, "en", kZinc));
  CHECK(shown.starts_with("…copper "));
  CHECK(shown.find(" [zinc] ") != std::string::npos);
  CHECK(shown.ends_with("nickel…"));
}

TEST_CASE("the stretch with most of the words is shown") {
  const std::string body = "Zinc is a metal. " +
                           repeat("Nothing happened that day. ", 30) +
                           "The zinc smelter closed.";
  const std::vector<MatchPattern> patterns = {{.terms = {"zinc"}},
                                              {.terms = {"smelter"}}};
  CHECK(show(make_snippet(body, "en", patterns)) ==
        "The [zinc] [smelter] closed.");
}

TEST_CASE("without a match the beginning is shown") {
  const Snippet snippet =
      make_snippet(repeat("Copper was flat on the day. ", 30), "en", kZinc);
  CHECK(snippet.text.starts_with("Copper was flat"));
  CHECK(snippet.marks.empty());
  CHECK(make_snippet("", "en", kZinc).text.empty());
}

TEST_CASE("Chinese text is cut between characters") {
  const std::string body = repeat("铜价今日持平。", 40) + "锌业公司停产。" +
                           repeat("铅价今日下跌。", 40);
  const Snippet snippet = make_snippet(body, "zh", {{{.terms = {"锌业"}}}});
  CHECK(text::is_valid_utf8(snippet.text));
  CHECK(show(snippet).starts_with("[锌业]公司停产。"));
}

TEST_CASE("a sentence is shown from its start though its match comes late") {
  const std::string body =
      repeat("Copper was flat on the day. ", 30) +
      "After a long meeting of the board at which every member had something "
      "to say about the weather, the harvest and the roads, and about little "
      "else that anyone remembers, the zinc smelter closed. " +
      repeat("Lead fell by a little. ", 30);
  const std::string shown = show(make_snippet(body, "en", kZinc));
  CHECK(shown.starts_with("After a long meeting"));
  CHECK(shown.find("the [zinc] smelter closed.") != std::string::npos);
}

TEST_CASE("two sentences are shown where no one place has all words") {
  const std::string body =
      "Zinc is a metal. " + repeat("Nothing happened that day. ", 30) +
      "The smelter closed. " + repeat("Nothing happened that night. ", 30);
  const std::vector<MatchPattern> patterns = {{.terms = {"zinc"}},
                                              {.terms = {"smelter"}}};
  const std::string shown = show(make_snippet(body, "en", patterns));
  CHECK(shown.starts_with("[Zinc] is a metal. "));
  CHECK(shown.find(" … The [smelter] closed. ") != std::string::npos);
  CHECK(shown.size() <= kSnippetWidth + 40);
}

TEST_CASE("another name stands for the words of the one asked for") {
  const std::string body = "Zinc rose. " +
                           repeat("Nothing happened that day. ", 30) +
                           "Korea bought ore from 고려아연.";
  const std::vector<MatchPattern> patterns = {
      {.terms = {"korea"}},
      {.terms = {"zinc"}},
      {.terms = {"고려", "려아", "아연"}, .stands_from = 0, .stands_to = 2}};
  CHECK(show(make_snippet(body, "en", patterns)) ==
        "[Korea] bought ore from [고려아연].");
}

TEST_CASE("a Chinese snippet has as much text as fills as many lines") {
  const std::string body = "锌价上涨。" + repeat("铜价今日持平。", 60);
  const Snippet snippet = make_snippet(body, "zh", {{{.terms = {"锌"}}}});
  const auto characters = text::count_code_points(snippet.text);
  CHECK(characters > 100);
  CHECK(characters <= 120);
  CHECK(snippet.text.ends_with("。"));
}

TEST_CASE("many snippets of one answer look at less of each body") {
  const std::string body = repeat("Copper was flat. ", 1000) + "Zinc rose.";
  CHECK(make_snippet(body, "en", kZinc).marks.size() == 1);
  CHECK(make_snippet(body, "en", kZinc, 4000).marks.empty());
  CHECK(snippet_source_bytes(10) == kMaxSnippetSource);
  CHECK(200 * snippet_source_bytes(200) <= 4 * 1024 * 1024);
}

TEST_CASE("words of the title alone are not marked in the body") {
  const std::vector<MatchPattern> title = {
      {.terms = {"zinc"}, .title_only = true}};
  CHECK(make_snippet("Zinc rose.", "en", title).marks.empty());
}

}  // namespace search
