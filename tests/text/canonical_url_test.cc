#include "text/canonical_url.h"

#include <doctest/doctest.h>

using text::canonical_url;

TEST_CASE("the same page has one canonical URL") {
  const auto expected = "metal.com/news/1";
  CHECK(canonical_url("https://www.Metal.com/news/1/?utm_source=x#top") ==
        expected);
  CHECK(canonical_url("http://metal.com:80/news/1") == expected);
  CHECK(canonical_url("HTTPS://METAL.com:443/news/1/#a?b") == expected);
  CHECK(canonical_url("//metal.com/news/1//") == expected);
  CHECK(canonical_url(" metal.com/news/1?fbclid=2&gclid=3\n") == expected);
}

TEST_CASE("parameters that choose the page stay, in their order") {
  CHECK(canonical_url("https://a.com/?id=7&utm_medium=m&p=2") ==
        "a.com?id=7&p=2");
  CHECK(canonical_url("https://a.com/x?id=7") !=
        canonical_url("https://a.com/x?id=8"));
}

TEST_CASE("paths keep their case, hosts do not") {
  CHECK(canonical_url("https://A.com/News") == "a.com/News");
}

TEST_CASE("a URL inside a parameter is not taken for the scheme") {
  CHECK(canonical_url("a.com/go?to=http://b.com") ==
        "a.com/go?to=http://b.com");
}

TEST_CASE("what is no URL does no harm") {
  CHECK(canonical_url("").empty());
  CHECK(canonical_url("https://").empty());
  CHECK(canonical_url(" \t ").empty());
  CHECK(canonical_url("?&&=#").size() < 5);
}
