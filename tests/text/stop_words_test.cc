#include <doctest/doctest.h>

#include "text/analysis.h"

using text::is_stop_word;

TEST_CASE("English has stop words, also where the language is not known") {
  CHECK(is_stop_word("the", "en"));
  CHECK(is_stop_word("of", ""));
  CHECK_FALSE(is_stop_word("zinc", "en"));
  CHECK_FALSE(is_stop_word("", "en"));
}

TEST_CASE("Chinese, Korean and Japanese have none") {
  CHECK_FALSE(is_stop_word("的", "zh"));
  CHECK_FALSE(is_stop_word("the", "ko"));
  CHECK_FALSE(is_stop_word("の", "ja"));
}

TEST_CASE("the country is no stop word") {
  CHECK_FALSE(is_stop_word("us", "en"));
}
