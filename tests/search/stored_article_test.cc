#include "search/stored_article.h"

#include <doctest/doctest.h>

#include "tests/search/hex.h"
#include "text/error.h"

namespace search {

namespace {

// The worked example of docs/search_format.md.
text::Article example() {
  text::Article article;
  article.id = text::ArticleId{0x9f2c64d1e0b7a853};
  article.kind = text::ArticleKind::kBrief;
  article.published = text::parse_rfc3339("2025-12-16T00:24:00Z");
  article.record = 300;
  article.url = "http://a.example";
  article.title = "Zinc";
  article.source = "SMM";
  article.language = "en";
  article.section = "Markets";
  article.archive = "a.zip";
  article.authors = {"Ada"};
  article.body = "Up.";
  return article;
}

}  // namespace

TEST_CASE("an article is stored as the format document shows") {
  CHECK(to_hex(encode_article(example())) ==
        "9f2c64d1e0b7a853"
        "01"
        "a1bbca86ee01"
        "00"
        "ac02"
        "00"
        "10687474703a2f2f612e6578616d706c65"
        "045a696e63"
        "03534d4d"
        "02656e"
        "074d61726b657473"
        "05612e7a6970"
        "0103416461"
        "55702e");
}

TEST_CASE("a stored article comes back whole") {
  const text::Article article = decode_article(encode_article(example()));
  CHECK(article.id == example().id);
  CHECK(article.kind == example().kind);
  CHECK(article.published == example().published);
  CHECK_FALSE(article.modified.has_value());
  CHECK(article.record == example().record);
  CHECK(article.external_id.empty());
  CHECK(article.url == example().url);
  CHECK(article.title == example().title);
  CHECK(article.source == example().source);
  CHECK(article.language == example().language);
  CHECK(article.section == example().section);
  CHECK(article.archive == example().archive);
  CHECK(article.authors == example().authors);
  CHECK(article.body == example().body);
}

TEST_CASE("the time of a change is stored") {
  text::Article article = example();
  article.modified = text::parse_rfc3339("2025-12-17T08:00:00Z");
  CHECK(decode_article(encode_article(article)).modified == article.modified);
}

TEST_CASE("an unknown time stays unknown") {
  text::Article article = example();
  article.published.reset();
  CHECK_FALSE(decode_article(encode_article(article)).published.has_value());
}

TEST_CASE("a damaged stored article is refused") {
  const std::string bytes = encode_article(example());
  const size_t header = bytes.size() - example().body.size();
  for (size_t size = 0; size < header; ++size) {
    CHECK_THROWS_AS(decode_article(bytes.substr(0, size)), text::StorageError);
  }
  std::string unknown_kind = bytes;
  unknown_kind[8] = 2;
  CHECK_THROWS_AS(decode_article(unknown_kind), text::StorageError);
  CHECK_THROWS_AS(decode_article(bytes.substr(0, 9) + std::string(12, '\xff')),
                  text::StorageError);
}

}  // namespace search
