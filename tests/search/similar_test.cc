#include <doctest/doctest.h>

#include "search/index_reader.h"
#include "tests/search/test_segment.h"
#include "text/error.h"

namespace search {

namespace {

std::vector<IndexedArticle> archive() {
  std::vector<IndexedArticle> articles = {
      {make_article(1, "Roaster in Tennessee", "A smelter gets a roaster."),
       {"company:nyrstar", "place:tennessee"}},
      {make_article(2, "Roaster in Tennessee", "A smelter gets a roaster."),
       {"company:nyrstar", "place:tennessee"}},
      {make_article(3, "A smelter", "The smelter will have a new roaster."),
       {}},
      {make_article(4, "Wages", "People are paid more."), {"company:nyrstar"}},
  };
  for (uint64_t id = 5; id < 30; ++id) {
    articles.push_back({make_article(id, "Ships", "Ships sail far."), {}});
  }
  return articles;
}

std::vector<uint64_t> ids_of(const std::vector<SimilarArticle>& similar) {
  std::vector<uint64_t> ids;
  for (const SimilarArticle& found : similar) {
    ids.push_back(static_cast<uint64_t>(found.article.id));
  }
  return ids;
}

}  // namespace

TEST_CASE("articles are alike by telling words and by whom they name") {
  const TemporaryDirectory directory;
  write_segment(directory / "segment", archive());
  const IndexReader reader(undeleted({directory / "segment"}), [] {
    return StoryList{{text::ArticleId{1}, text::ArticleId{1}},
                     {text::ArticleId{2}, text::ArticleId{1}}};
  });
  const auto similar = reader.similar(text::ArticleId{1}, 10);
  CHECK(ids_of(similar) == std::vector<uint64_t>{3, 4});
  CHECK(similar[1].shared == std::vector<std::string>{"company:nyrstar"});
  CHECK(reader.similar(text::ArticleId{4}, 10).size() == 1);
  CHECK(reader.similar(text::ArticleId{99}, 10).empty());
  CHECK_THROWS_AS(reader.similar(text::ArticleId{1}, kMaxLimit + 1),
                  text::BadRequest);
}

TEST_CASE("Chinese and Japanese articles are alike by their characters") {
  const TemporaryDirectory directory;
  std::vector<IndexedArticle> articles = {
      {make_article(1, "", "今天天气很好，孩子们在公园里玩。"), {}},
      {make_article(2, "", "孩子们喜欢公园，因为天气好。"), {}},
      {make_article(3, "", "新しい製錬所で銅を生産する。"), {}},
      {make_article(4, "", "銅の製錬所が止まる。"), {}},
      {make_article(5, "", "会社をする。ありがとう。"), {}},
  };
  for (uint64_t id = 6; id < 30; ++id) {
    articles.push_back({make_article(id, "", "船は遠くへ行く。"), {}});
  }
  write_segment(directory / "segment", articles);
  const IndexReader reader(undeleted({directory / "segment"}));
  CHECK(ids_of(reader.similar(text::ArticleId{1}, 10)) ==
        std::vector<uint64_t>{2});
  CHECK(ids_of(reader.similar(text::ArticleId{4}, 10)) ==
        std::vector<uint64_t>{3});
  CHECK(reader.similar(text::ArticleId{5}, 10).empty());
}

}  // namespace search
