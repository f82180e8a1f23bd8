#include "server/target.h"

#include <doctest/doctest.h>

namespace server {

using Segments = std::vector<std::string>;

TEST_CASE("a path is split before it is decoded") {
  CHECK(parse_target("/").segments == Segments{""});
  CHECK(parse_target("/v1/a%2Fb/c%3Ad").segments ==
        Segments{"v1", "a/b", "c:d"});
  CHECK(parse_target("/v1/").segments == Segments{"v1", ""});
  CHECK(parse_target("/a+b").segments == Segments{"a+b"});
}

TEST_CASE("parameters are decoded, repeated ones kept, empty ones dropped") {
  const Target target =
      parse_target("/s?q=a+b%26c&source=x&source=y&lang=&flag");
  CHECK(target.parameters.one("q") == "a b&c");
  CHECK(target.parameters.all("source") == Segments{"x", "y"});
  CHECK_FALSE(target.parameters.one("lang").has_value());
  CHECK_FALSE(target.parameters.one("flag").has_value());
}

TEST_CASE("the form that is sent to proxies is understood") {
  CHECK(parse_target("http://host:80/v1/stats?x=1").segments ==
        Segments{"v1", "stats"});
  CHECK(parse_target("http://host").segments == Segments{""});
}

TEST_CASE("what isn't percent-encoded UTF-8 is refused") {
  for (const char* target : {"", "v1", "*", "/%", "/%4", "/%zz", "/%00",
                             "/?q=%00", "/?q=%ff", "/?%ff=q", "/\xff"}) {
    CAPTURE(target);
    CHECK_THROWS_AS(parse_target(target), text::BadRequest);
  }
}

}  // namespace server
