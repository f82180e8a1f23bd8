#include "server/etag.h"

#include <doctest/doctest.h>

namespace server {

TEST_CASE("different content has different tags") {
  CHECK(make_etag("a") == make_etag("a"));
  CHECK(make_etag("a") != make_etag("b"));
  CHECK(make_etag("a").size() == 18);
}

TEST_CASE("a tag is found in a list, weak, or of compressed content") {
  CHECK(lists_etag("\"a\"", "\"a\""));
  CHECK(lists_etag("\"b\" , W/\"a\"", "\"a\""));
  CHECK(lists_etag("\"a-gzip\"", "\"a\""));
  CHECK_FALSE(lists_etag("", "\"a\""));
  CHECK_FALSE(lists_etag("a, \"\", \"", "\"a\""));
  CHECK_FALSE(lists_etag("*", "\"a\""));
}

}  // namespace server
