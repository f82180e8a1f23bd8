#include "indexer/clean/phrases.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace indexer {
namespace {

using Strings = std::vector<std::string>;

TEST_CASE("a byline that begins with when it was updated names who did it") {
  CHECK(read_called_byline("Updated 20 Nov 2025 by Kim Lee") ==
        Strings{"Kim Lee"});
  CHECK(
      read_called_byline("Published: 20 Nov 2025 | By Kim Lee and Jo Field") ==
      Strings{"Kim Lee", "Jo Field"});
  CHECK(read_called_byline("Updated 20 Nov 2025") == Strings{});
}

TEST_CASE("no day or month alone is an author, names like months are") {
  CHECK(read_called_byline("By Monday, 20 smelters had shut") == Strings{});
  CHECK(read_called_byline("By November, 20 smelters had shut") == Strings{});
  CHECK(read_called_byline("By Kim Lee, Monday Nov. 20") == Strings{"Kim Lee"});
  CHECK(read_called_byline("By Ana Maria 20 Nov 2025") == Strings{"Ana Maria"});
}

TEST_CASE("the Chinese mark of an author is no name") {
  CHECK(read_called_byline("文/王小明") == Strings{"王小明"});
  CHECK(read_names("文/王小明、李四") == Strings{"王小明", "李四"});
  CHECK(read_called_byline("김하늘 기자, 이바다 기자 a@b.example") ==
        Strings{"김하늘", "이바다"});
}

}  // namespace
}  // namespace indexer
