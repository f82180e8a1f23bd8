#include "search/suggestions.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/search/test_segment.h"
#include "text/error.h"

namespace search {
namespace {

std::vector<IndexedArticle> sample() {
  std::vector<IndexedArticle> articles;
  const auto add = [&](uint64_t id, std::string title, std::string body) {
    auto article = make_article(id, std::move(title), std::move(body));
    article.published = text::Timestamp{static_cast<int64_t>(id) * 86400};
    articles.push_back({.article = article});
  };
  add(1, "Korea Zinc buys a smelter", "The smelter of Nyrstar is sold.");
  add(2, "Nyrstar sells", "Nyrstar sold the smelter to Korea Zinc.");
  add(3, "Korea Zinc reports", "The smelter of Korea Zinc and Nyrstar runs.");
  add(4, "高丽亚锌收购冶炼厂", "高丽亚锌");
  add(5, "고려아연 제련소", "고려아연");
  add(6, "住友金属鉱山のニッケル", "ニッケル");
  return articles;
}

std::vector<std::string> titles(const Suggestions& suggestions,
                                std::string_view typed) {
  std::vector<std::string> texts;
  for (const auto& title : suggestions.titles(typed, 5)) {
    texts.push_back(title.text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("titles are offered in any script, those that begin so first") {
  const TemporaryDirectory directory;
  write_segment(directory / "one", sample());
  const Suggestions suggestions(undeleted({directory / "one"}));
  CHECK(titles(suggestions, "kor") ==
        Texts{"Korea Zinc reports", "Korea Zinc buys a smelter"});
  CHECK(titles(suggestions, "亚锌") == Texts{"高丽亚锌收购冶炼厂"});
  CHECK(titles(suggestions, "고령") == Texts{"고려아연 제련소"});
  CHECK(titles(suggestions, "にっけ") == Texts{"住友金属鉱山のニッケル"});
}

TEST_CASE("several segments and one merged from them offer the same") {
  const TemporaryDirectory directory;
  const auto all = sample();
  write_segment(directory / "old", std::span(all).first(2));
  write_segment(directory / "new", std::span(all).subspan(2));
  merge_segments(std::vector{directory / "old", directory / "new"},
                 directory / "merged");
  const Suggestions apart(undeleted({directory / "old", directory / "new"}));
  const Suggestions merged(undeleted({directory / "merged"}));
  CHECK(titles(apart, "kor") == titles(merged, "kor"));
  CHECK(apart.count("smelter") == 3);
  CHECK(merged.count("smelter") == 3);
  CHECK(apart.guess("smleter", Ending::kTyped) ==
        merged.guess("smleter", Ending::kTyped));
}

TEST_CASE("the title of an article that was replaced is not offered") {
  const TemporaryDirectory directory;
  write_segment(directory / "one", sample());
  const Suggestions suggestions(
      {{directory / "one", {text::ArticleId{3}, text::ArticleId{1}}}});
  CHECK(titles(suggestions, "korea z").empty());
}

TEST_CASE("a replaced article is offered by its new title") {
  const TemporaryDirectory directory;
  write_segment(directory / "old", sample());
  const IndexedArticle anew = {make_article(3, "Korea Zinc denies", "")};
  write_segment(directory / "new", {&anew, 1});
  const Suggestions suggestions(
      {{directory / "old", {text::ArticleId{3}}}, {directory / "new"}});
  CHECK(titles(suggestions, "kor") ==
        Texts{"Korea Zinc denies", "Korea Zinc buys a smelter"});
}

TEST_CASE("a title typed whole comes before newer ones that begin so") {
  const TemporaryDirectory directory;
  std::vector<IndexedArticle> articles = {
      {make_article(1, "Zinc", "")},
      {make_article(2, "Daily market report on zinc and lead stocks", "")}};
  for (uint64_t id = 3; id < 120; ++id) {
    const std::string number = std::to_string(id);
    articles.push_back({make_article(
        id, "Daily market report on zinc and nickel prices " + number, "")});
    articles.push_back(
        {make_article(1000 + id, "Price of zinc " + number, "")});
  }
  for (size_t i = 0; i < articles.size(); ++i) {
    articles[i].article.published = text::Timestamp{static_cast<int64_t>(i)};
  }
  write_segment(directory / "one", articles);
  const Suggestions suggestions(undeleted({directory / "one"}));
  CHECK(titles(suggestions, "zinc").front() == "Zinc");
  CHECK(titles(suggestions, "Daily market report on zinc and lead") ==
        Texts{"Daily market report on zinc and lead stocks"});
}

TEST_CASE("a wrong character of CJK text is put right from the titles") {
  const TemporaryDirectory directory;
  write_segment(directory / "one", sample());
  const Suggestions suggestions(undeleted({directory / "one"}));
  for (const auto& [typed, meant] :
       {std::pair("高丽亚铅", "高丽亚锌"), std::pair("고려아언", "고려아연"),
        std::pair("ニッゲル", "ニッケル")}) {
    const auto guesses = suggestions.guess_cjk(typed);
    REQUIRE_FALSE(guesses.empty());
    CHECK(guesses.front().text == meant);
  }
}

TEST_CASE("hostile beginnings give a bounded answer") {
  const TemporaryDirectory directory;
  write_segment(directory / "one", sample());
  const Suggestions suggestions(undeleted({directory / "one"}));
  for (const std::string& typed :
       {std::string(1 << 20, 'a'), std::string("\x01\x02\x7f\0", 4),
        std::string("\u202e\u05d0\u05d1"), std::string("\xff\xfe\xc0"),
        std::string(50, '\xcc')}) {
    CHECK(titles(suggestions, typed).empty());
    CHECK(suggestions.phrases(typed, 5).empty());
    CHECK(suggestions.guess_cjk(typed).empty());
    CHECK(suggestions.guess(typed, Ending::kOpen).empty());
  }
}

TEST_CASE("a cut file is refused by name") {
  const TemporaryDirectory directory;
  write_segment(directory / "one", sample());
  const auto file = directory / "one" / "suggestions";
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
  const auto open = [&] {
    const Suggestions suggestions(undeleted({directory / "one"}));
  };
  CHECK_THROWS_WITH_AS(open(), doctest::Contains("suggestions"),
                       text::StorageError);
}

}  // namespace search
