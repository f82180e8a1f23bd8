#include "text/characters.h"

#include <doctest/doctest.h>

using namespace text;

TEST_CASE("scripts are told apart") {
  CHECK(script_of(U'z') == Script::kLatin);
  CHECK(script_of(U'é') == Script::kLatin);
  CHECK(script_of(U'锌') == Script::kHan);
  CHECK(script_of(U'々') == Script::kHan);
  CHECK(script_of(U'は') == Script::kKana);
  CHECK(script_of(U'ー') == Script::kKana);
  CHECK(script_of(U'연') == Script::kHangul);
  CHECK(script_of(U'ж') == Script::kOther);
  CHECK(script_of(U'3') == Script::kOther);
}

TEST_CASE("letters, digits, marks and spaces of any script are known") {
  CHECK(is_letter(U'锌'));
  CHECK_FALSE(is_letter(U'≥'));
  CHECK(is_upper(U'É'));
  CHECK_FALSE(is_upper(U'锌'));
  CHECK(is_digit(U'９'));
  CHECK_FALSE(is_digit(U'½'));
  CHECK(is_mark(0x0301));
  CHECK(is_space(0x3000));
  CHECK(is_space(U'\n'));
  CHECK(is_invisible(0x200B));
  CHECK(is_invisible(0));
}
