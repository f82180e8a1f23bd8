#include "indexer/clean/plain_text.h"

#include <doctest/doctest.h>

namespace indexer {
namespace {

TEST_CASE("every kind of white space becomes one space") {
  CHECK(collapse_space(" a\t\n b\u00A0\u2009c\u200Bd ") == "a b cd");
}

TEST_CASE("the space that parts a Japanese headline stays") {
  CHECK(collapse_space("\u3000規制を拡大\u3000調達に影\u3000") ==
        "規制を拡大\u3000調達に影");
}

TEST_CASE("a sentence ends behind quotes and brackets too") {
  CHECK(ends_sentence("He said “no.”"));
  CHECK(ends_sentence("重启。"));
  CHECK_FALSE(ends_sentence("Lake mine opens"));
}

}  // namespace
}  // namespace indexer
