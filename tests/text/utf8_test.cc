#include "text/utf8.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("well-formed text of every length of character is valid") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("zinc é 锌 🏭"));
  CHECK(is_valid_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("overlong forms, surrogates and broken sequences are not valid") {
  for (const auto* bytes :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xF0\x80\x80\xAF", "\xED\xA0\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80", "\xC3", "\xE9\x94",
        "a\xFF", "\xC3(", "\xF0\x9F\x8F"}) {
    CAPTURE(bytes);
    CHECK_FALSE(is_valid_utf8(bytes));
    CHECK(is_valid_utf8(make_valid_utf8(bytes)));
  }
}

TEST_CASE("each ill-formed sequence becomes one replacement character") {
  CHECK(make_valid_utf8("zinc 锌") == "zinc 锌");
  CHECK(make_valid_utf8("a\xFF"
                        "b") == "a\uFFFDb");
  CHECK(make_valid_utf8("\xE9\x94 x") == "\uFFFD x");
  CHECK(make_valid_utf8("\xC0\xAF") == "\uFFFD\uFFFD");
}

TEST_CASE("a code point is decoded and encoded back") {
  for (const char32_t c : {U'\0', U'z', U'é', U'锌', U'🏭', U'\U0010FFFF'}) {
    const CodePoint decoded = code_point_at(encode_utf8(c), 0);
    CHECK(decoded.value == c);
    CHECK(decoded.size == encode_utf8(c).size());
  }
  CHECK(encode_utf8(0xD800) == "\uFFFD");
  CHECK(encode_utf8(0x110000) == "\uFFFD");
  CHECK(code_point_at("\xE9", 0).value == 0xFFFD);
}

TEST_CASE("a cut never parts a character") {
  CHECK(cut_utf8("锌业", 6) == "锌业");
  CHECK(cut_utf8("锌业", 5) == "锌");
  CHECK(cut_utf8("锌业", 2).empty());
}

TEST_CASE("byte offsets become code point offsets and come back") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "a锌é🏭";
  const CodePointIndex index(text);
  CHECK(count_code_points(text) == 400);
  uint32_t byte = 0;
  for (uint32_t i = 0; i < 400; ++i) {
    CHECK(index.code_point(byte) == i);
    CHECK(index.byte(i) == byte);
    byte += code_point_at(text, byte).size;
  }
  CHECK(index.code_point(byte) == 400);
  CHECK(index.byte(400) == text.size());
  CHECK(index.byte(4000) == text.size());
}

TEST_CASE("an offset inside a character counts as its beginning") {
  const CodePointIndex index("a锌b");
  CHECK(index.code_point(2) == 1);
  CHECK(index.code_point(3) == 1);
  CHECK(index.code_point(4) == 2);
}

TEST_CASE("the empty text has one offset") {
  const CodePointIndex index("");
  CHECK(index.code_point(0) == 0);
  CHECK(index.byte(0) == 0);
}
