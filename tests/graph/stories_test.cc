#include "graph/stories.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

struct Texts {
  std::vector<SignedArticle> articles;
  std::map<text::ArticleId, text::Sample> samples;

  void add(uint64_t id, std::string_view body) {
    text::Sketch sketch = text::make_sketch(body);
    articles.push_back({text::ArticleId{id}, sketch.signature});
    samples[text::ArticleId{id}] = std::move(sketch.sample);
  }

  std::vector<text::ArticleId> stories() const {
    return group_stories(articles,
                         [&](text::ArticleId id) { return samples.at(id); });
  }
};

std::string long_text() { return filler(1) + filler(2) + filler(3); }

}  // namespace

TEST_CASE("a reprint with small changes is the same story") {
  Texts texts;
  texts.add(9, long_text());
  texts.add(4, long_text() + " Read on.");
  texts.add(5, filler(7) + filler(8));
  const auto stories = texts.stories();
  CHECK(stories[0] == text::ArticleId{4});
  CHECK(stories[1] == text::ArticleId{4});
  CHECK(stories[2] == text::ArticleId{5});
}

TEST_CASE("short flashes are one story only when they are equal") {
  Texts texts;
  texts.add(1, "Zinc rises");
  texts.add(2, "Zinc rises");
  texts.add(3, "Zinc falls");
  const auto stories = texts.stories();
  CHECK(stories[1] == text::ArticleId{1});
  CHECK(stories[2] == text::ArticleId{3});
}

TEST_CASE("no articles make no stories") { CHECK(Texts().stories().empty()); }

TEST_CASE("texts that share a little are compared with some, not with all") {
  constexpr uint64_t kArticles = 4000;
  std::vector<SignedArticle> articles;
  for (uint64_t id = 0; id < kArticles; ++id) {
    SignedArticle article{text::ArticleId{id}, {}};
    for (size_t i = 4; i < article.signature.size(); ++i) {
      article.signature[i] = static_cast<uint32_t>(id * 64 + i);
    }
    articles.push_back(article);
  }
  articles.push_back(articles.back());
  articles.back().id = text::ArticleId{kArticles};
  ++articles.back().signature.back();
  const auto stories =
      group_stories(articles, [](text::ArticleId id) -> text::Sample {
        return {static_cast<uint32_t>(
            std::min<uint64_t>(static_cast<uint64_t>(id), kArticles - 1))};
      });
  CHECK(stories[kArticles] == text::ArticleId{kArticles - 1});
  CHECK(stories[1] == text::ArticleId{1});
}

}  // namespace graph
