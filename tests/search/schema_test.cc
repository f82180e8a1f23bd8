#include "search/schema.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

namespace search {

TEST_CASE("filter terms of long names are bounded and differ") {
  const std::string name(1000, 'a');
  const std::string term = make_filter_term(kEntityPrefix, name);
  CHECK(term.size() == 200);
  CHECK(term != make_filter_term(kEntityPrefix, name + "b"));
  CHECK(term == make_filter_term(kEntityPrefix, name));
}

TEST_CASE("long names are cut between characters") {
  for (const char* start : {"", "a", "ab"}) {
    std::string name = start;
    for (int i = 0; i < 100; ++i) name += "锌";
    CHECK(text::is_valid_utf8(make_filter_term(kEntityPrefix, name)));
  }
}

TEST_CASE("a source is the same in any case") {
  CHECK(make_source_term("SMM") == make_source_term("smm"));
}

TEST_CASE("order is by time, then by id, undated articles first") {
  const auto early = text::parse_rfc3339("0001-01-01");
  const auto late = text::parse_rfc3339("2025-12-16");
  const text::ArticleId small{1};
  const text::ArticleId great{0xffffffffffffffff};
  CHECK(encode_order(std::nullopt, great) < encode_order(early, small));
  CHECK(encode_order(early, great) < encode_order(late, small));
  CHECK(encode_order(late, small) < encode_order(late, great));
  CHECK_FALSE(is_dated(encode_order(std::nullopt, great)));
  CHECK(is_dated(encode_order(early, small)));
}

TEST_CASE("the order value is stored as the format document shows") {
  CHECK(encode_order(text::parse_rfc3339("2025-12-16T00:24:00Z"),
                     text::ArticleId{0x9f2c64d1e0b7a853}) ==
        std::string("\x0e\xe0\xd2\x9d\xa1\x9f\x2c\x64\xd1\xe0\xb7\xa8\x53"));
}

}  // namespace search
