#include "graph/stories.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/graph/tiny_archive.h"

namespace graph {
namespace {

SignedArticle sign(uint64_t id, std::string_view body) {
  return {text::ArticleId{id}, text::make_signature(body)};
}

std::string long_text() { return filler(1) + filler(2) + filler(3); }

}  // namespace

TEST_CASE("a reprint with small changes is the same story") {
  const SignedArticle articles[] = {sign(9, long_text()),
                                    sign(4, long_text() + " Read on."),
                                    sign(5, filler(7) + filler(8))};
  const auto stories = group_stories(articles);
  CHECK(stories[0] == text::ArticleId{4});
  CHECK(stories[1] == text::ArticleId{4});
  CHECK(stories[2] == text::ArticleId{5});
}

TEST_CASE("short flashes are one story only when they are equal") {
  const SignedArticle articles[] = {
      sign(1, "Zinc rises"), sign(2, "Zinc rises"), sign(3, "Zinc falls")};
  const auto stories = group_stories(articles);
  CHECK(stories[1] == text::ArticleId{1});
  CHECK(stories[2] == text::ArticleId{3});
}

TEST_CASE("no articles make no stories") { CHECK(group_stories({}).empty()); }

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
  const auto stories = group_stories(articles);
  CHECK(stories[kArticles] == text::ArticleId{kArticles - 1});
  CHECK(stories[1] == text::ArticleId{1});
}

}  // namespace graph
