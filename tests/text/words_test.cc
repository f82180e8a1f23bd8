#include "text/words.h"

#include <doctest/doctest.h>

#include <string>

using namespace text;

namespace {

// The words, each followed by a space.
std::string split(std::string_view utf8) {
  std::string joined;
  for (const Word& word : find_words(utf8)) {
    joined += slice(utf8, word.span);
    joined += ' ';
  }
  return joined;
}

WordKind kind_of_first(std::string_view utf8) {
  return find_words(utf8).at(0).kind;
}

}  // namespace

TEST_CASE("the full stop of an abbreviation is no word") {
  CHECK(split("The U.S. and Korea Zinc Co., Ltd. met.") ==
        "The U.S and Korea Zinc Co , Ltd met . ");
}

TEST_CASE("hyphens and dashes part words, apostrophes do not") {
  CHECK(split("copper-gold US–Australia Nyrstar’s O'Brien") ==
        "copper - gold US – Australia Nyrstar’s O'Brien ");
}

TEST_CASE("formulas and numbers are one word") {
  CHECK(split("WO3 ≥25% Sb₂O₃ 10,155 2.5 5,000t") ==
        "WO3 ≥ 25 % Sb₂O₃ 10,155 2.5 5,000t ");
}

TEST_CASE("Korean is parted from what it follows without space") {
  CHECK(split("LME가 5000톤을 LS니꼬 고려아연이") ==
        "LME 가 5000 톤을 LS 니꼬 고려아연이 ");
}

TEST_CASE("every word has its kind") {
  CHECK(kind_of_first("zinc") == WordKind::kLetters);
  CHECK(kind_of_first("цинк") == WordKind::kLetters);
  CHECK(kind_of_first("10,155") == WordKind::kNumber);
  CHECK(kind_of_first("锌") == WordKind::kHan);
  CHECK(kind_of_first("データ") == WordKind::kKana);
  CHECK(kind_of_first("아연") == WordKind::kHangul);
  CHECK(kind_of_first("≥") == WordKind::kPunctuation);
}

TEST_CASE("white space and invisible characters are no words") {
  CHECK(split(" \t\r\n\u00A0\u3000\u200B\uFEFF").empty());
  CHECK(find_words(std::string_view("\0\0", 2)).empty());
  CHECK(find_words("").empty());
}

TEST_CASE("any bytes have words inside them, in order") {
  const std::string_view hostile(
      "\xFF\xFE a\0b \xE9\x94 \u0301\u0301 👨‍👩‍👧 ₂₂ 가₂ "
      ".\xC3",
      44);
  uint32_t end = 0;
  for (const Word& word : find_words(hostile)) {
    CHECK(end <= word.span.begin);
    CHECK(word.span.begin < word.span.end);
    end = word.span.end;
  }
  CHECK(end <= hostile.size());
}

TEST_CASE("a word of megabytes is found in time") {
  for (const std::string_view unit : {"a", "1,", "a.", "锌", "デ", "연", "가a",
                                      "\u0301", "₂a", "\xFF", "ก"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    CHECK_NOTHROW(find_words(text));
  }
}
