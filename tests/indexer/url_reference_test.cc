#include "indexer/clean/url_reference.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

TEST_CASE("references are resolved as RFC 3986 shows") {
  const std::string base = "http://a/b/c/d;p?q";
  CHECK(resolve_reference(base, "g") == "http://a/b/c/g");
  CHECK(resolve_reference(base, "./g/") == "http://a/b/c/g/");
  CHECK(resolve_reference(base, "/g") == "http://a/g");
  CHECK(resolve_reference(base, "//g") == "http://g");
  CHECK(resolve_reference(base, "?y") == "http://a/b/c/d;p?y");
  CHECK(resolve_reference(base, "g?y#s") == "http://a/b/c/g?y#s");
  CHECK(resolve_reference(base, "#s") == "http://a/b/c/d;p?q#s");
  CHECK(resolve_reference(base, "") == "http://a/b/c/d;p?q");
  CHECK(resolve_reference(base, ".") == "http://a/b/c/");
  CHECK(resolve_reference(base, "..") == "http://a/b/");
  CHECK(resolve_reference(base, "../g") == "http://a/b/g");
  CHECK(resolve_reference(base, "../../../g") == "http://a/g");
  CHECK(resolve_reference(base, "g;x=1/../y") == "http://a/b/c/y");
  CHECK(resolve_reference(base, "g?y/../x") == "http://a/b/c/g?y/../x");
}

TEST_CASE("an address needs no base, and a host no scheme") {
  CHECK(resolve_reference("", " HTTPS://a.example/b ") ==
        "HTTPS://a.example/b");
  CHECK(resolve_reference("", "//a.example/b") == "https://a.example/b");
  CHECK(resolve_reference("https://a.example", "b") == "https://a.example/b");
}

TEST_CASE("what is no address of the web is none") {
  CHECK(resolve_reference("", "/b").empty());
  CHECK(resolve_reference("https://a.example/", "mailto:a@b.example").empty());
  CHECK(resolve_reference("file:///home", "b").empty());
  CHECK(origin_of("https:///b").empty());
}

}  // namespace
}  // namespace indexer
