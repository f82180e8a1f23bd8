#include "search/typing_form.h"

#include <doctest/doctest.h>

#include "text/span.h"

namespace search {

TEST_CASE("a Korean word begins with each moment of its typing") {
  const std::string whole = typing_form("고려아연");
  for (const char* typed :
       {"ㄱ", "고", "골", "고려", "고령", "고려아여", "고려아연"}) {
    CAPTURE(typed);
    CHECK(whole.starts_with(typing_form(typed)));
  }
  CHECK_FALSE(whole.starts_with(typing_form("곡")));
}

TEST_CASE("vowels and finals of two keys begin with their first") {
  CHECK(typing_form("과학").starts_with(typing_form("고")));
  CHECK(typing_form("닭").starts_with(typing_form("달")));
}

TEST_CASE("Hiragana, Katakana and their half-width forms are one") {
  CHECK(typing_form("ﾘﾁｳﾑ") == typing_form("リチウム"));
  CHECK(typing_form("りちうむ") == typing_form("リチウム"));
}

TEST_CASE("traditional and simplified Chinese are one") {
  CHECK(typing_form("高麗亞鋅") == typing_form("高丽亚锌"));
}

TEST_CASE("case, accents and full-width letters make no difference") {
  CHECK(typing_form("Ｃobre Panamá") == "cobre panama");
}

TEST_CASE("a space at the end says that the word is over") {
  CHECK(typing_form("zinc ") == "zinc ");
  CHECK(typing_form(" ").empty());
}

TEST_CASE("what was typed is told in the text as it is written") {
  CHECK(typed_part("The Cobre Panamá mine", 4, "cobre panama") ==
        text::Span{4, 17});
  CHECK(typed_part("고려아연", 0, typing_form("고려ㅇ")) == text::Span{0, 9});
}

}  // namespace search
