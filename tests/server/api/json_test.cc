#include "server/api/json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace server {

TEST_CASE("marks are given in code points") {
  const std::vector<text::Span> marks = {{0, 5}, {6, 9}};
  CHECK(api::marks_json("naïv 鉛", marks).dump() == "[[0,4],[5,6]]");
  CHECK(api::marks_json("x", {}).dump() == "[]");
}

TEST_CASE("numbers show no digits that a float lacks") {
  CHECK(api::rounded(static_cast<double>(0.98F)) == 0.98);
  CHECK(api::rounded(14.23456789) == 14.2346);
}

TEST_CASE("what is not known is absent") {
  text::Article article;
  article.id = text::ArticleId{1};
  article.title = "T";
  CHECK(api::article_head(article).dump() ==
        R"({"id":"0000000000000001","title":"T","kind":"article"})");
}

}  // namespace server
