#include "indexer/clean/charset.h"

#include <doctest/doctest.h>

#include "tests/indexer/reading.h"
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

// A text of tests/fuzz/corpus/charset, without the line that declares it.
std::string decode_undeclared(const std::string& name) {
  const std::string bytes = file_content(std::string(LODE_SOURCE_DIR) +
                                         "/tests/fuzz/corpus/charset/" + name);
  return decode(std::string_view(bytes).substr(bytes.find('\n') + 1), "");
}

TEST_CASE("a charset that is not stated is told from the text") {
  CHECK(decode_undeclared("gb").starts_with("锌价上涨，冶炼厂表示产量"));
  CHECK(decode_undeclared("sjis").starts_with("亜鉛価格が上昇した。"));
  CHECK(decode_undeclared("iso2022jp").starts_with("亜鉛価格が上昇した。"));
  CHECK(decode_undeclared("1251").starts_with("Цена на цинк"));
  CHECK(decode_undeclared("u16").starts_with("아연 가격이 상승했다."));
  CHECK(decode_undeclared("u32").starts_with("아연 가격이 상승했다."));
}

TEST_CASE("charsets of one byte for each letter are told apart by language") {
  CHECK(
      decode("Der Zinkpreis ist gestiegen. Die H\xFCtte erkl\xE4rte, dass die "
             "F\xF6rderung gr\xF6\xDF"
             "er wird.",
             "") ==
      "Der Zinkpreis ist gestiegen. Die Hütte erklärte, dass die Förderung "
      "größer wird.");
}

TEST_CASE("a charset that is wrongly declared gives way to what the text is") {
  CHECK(decode("\xB9\xFA\xBC\xD2\xBD\xF0\xCA\xF4\xB9\xAB\xCB\xBE\xB1\xED"
               "\xCA\xBE\xCD\xAD\xBC\xDB\xC9\xCF\xD5\xC7",
               "utf-8") == "国家金属公司表示铜价上涨");
}

TEST_CASE("a page cut in the midst of a character is read") {
  CHECK(decode("Zinc in Z\xC3\xBCrich\xE4\xBA", "utf-8")
            .starts_with("Zinc in Zürich\uFFFD"));
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
