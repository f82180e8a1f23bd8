#include "text/article_id.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("an article keeps its id however its URL is written") {
  const auto id = make_article_id({.url = "https://www.a.com/x/"});
  CHECK(id == make_article_id({.url = "http://a.com/x?utm_source=y#z"}));
  CHECK(id == make_article_id({.url = "a.com/x", .title = "Other title"}));
  CHECK(id != make_article_id({.url = "a.com/y"}));
}

TEST_CASE("without URL, source, time and title make the id") {
  const ArticleIdentity identity{.source = "SMM",
                                 .published = Timestamp{1765844640},
                                 .title = "Zinc",
                                 .body = "One"};
  auto other = identity;
  other.body = "Two";
  CHECK(make_article_id(identity) == make_article_id(other));
  other.published = Timestamp{1765844641};
  CHECK(make_article_id(identity) != make_article_id(other));
}

TEST_CASE("lines with ids of their own are articles of their own") {
  CHECK(make_article_id({.external_id = "1", .title = "Flow"}) !=
        make_article_id({.external_id = "2", .title = "Flow"}));
  CHECK(make_article_id({.url = "a.com/x", .external_id = "1"}) ==
        make_article_id({.url = "a.com/x", .external_id = "2"}));
}

TEST_CASE("where the title does not tell articles apart, their openings do") {
  CHECK(make_article_id({.title = "Market report", .opening = "Zinc rose."}) !=
        make_article_id({.title = "Market report", .opening = "Lead fell."}));
}

TEST_CASE("untitled articles of one source do not share an id") {
  CHECK(make_article_id({.source = "SMM", .body = "One"}) !=
        make_article_id({.source = "SMM", .body = "Two"}));
}

TEST_CASE("fields do not run into each other") {
  CHECK(make_article_id({.source = "ab", .title = "c"}) !=
        make_article_id({.source = "a", .title = "bc"}));
  CHECK(make_article_id({.url = "a.com"}) !=
        make_article_id({.title = "a.com"}));
}

TEST_CASE("ids are the same in every build") {
  CHECK(to_string(make_article_id({.url = "https://example.com/zinc"})) ==
        "dbdaca7b649351b4");
}

TEST_CASE("an id is written as 16 digits and read back") {
  CHECK(to_string(ArticleId{0x9f2c64d1e0b7a853}) == "9f2c64d1e0b7a853");
  CHECK(to_string(ArticleId{10}) == "000000000000000a");
  CHECK(parse_article_id("9f2c64d1e0b7a853") == ArticleId{0x9f2c64d1e0b7a853});
  CHECK_FALSE(parse_article_id("9F2C64D1E0B7A853"));
  CHECK_FALSE(parse_article_id("9f2c64d1e0b7a85"));
  CHECK_FALSE(parse_article_id("0x2c64d1e0b7a853"));
}
