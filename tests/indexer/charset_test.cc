#include "indexer/clean/charset.h"

#include <doctest/doctest.h>

#include "text/error.h"

namespace indexer {
namespace {

TEST_CASE("declared charsets are converted") {
  CHECK(decode("\xD0\xBF\xD2\xB5\xBC\xAF\xCD\xC5", "gb2312") == "锌业集团");
  CHECK(decode("\xBE\xC6\xBF\xAC", "euc-kr") == "아연");
  CHECK(decode("\x88\x9F\x89\x94", "Shift_JIS") == "亜鉛");
  CHECK(decode("Caf\xE9", "ISO-8859-1") == "Café");
  CHECK(decode("\xD0"
               "a",
               "windows-1258") == "Đa");
}

TEST_CASE("UTF-8 is UTF-8 whatever the page says") {
  CHECK(decode("아연", "euc-kr") == "아연");
}

TEST_CASE("a byte order mark is read and dropped") {
  CHECK(decode("\xEF\xBB\xBFzinc", "") == "zinc");
  CHECK(decode(std::string_view("\xFF\xFEz\0n\0", 6), "") == "zn");
}

TEST_CASE("bytes of no known charset are refused") {
  CHECK_THROWS_AS(decode("\xFF\xC0\x80", ""), text::InputError);
  CHECK_THROWS_AS(decode("\xFF\xC0\x80", "no-such-charset"), text::InputError);
  CHECK_THROWS_AS(decode("\xFF\xFF\xFF\xFF\xFF", "gb2312"), text::InputError);
}

TEST_CASE("the charset of a page stands in its head") {
  CHECK(charset_of_markup("<html><meta charset=GBK>") == "gbk");
  CHECK(charset_of_markup("<meta http-equiv='Content-Type' "
                          "content='text/html; charset=euc-kr'>") == "euc-kr");
  CHECK(charset_of_markup("<?xml version='1.0' encoding='UTF-8'?>") == "utf-8");
  CHECK(charset_of_markup("<p>no charset here</p>").empty());
}

}  // namespace
}  // namespace indexer
