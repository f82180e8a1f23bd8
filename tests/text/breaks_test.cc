#include "text/breaks.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>

using namespace text;

TEST_CASE("the last break is the end of the text, and no text has none") {
  CHECK(word_breaks("").empty());
  CHECK(sentence_breaks("").empty());
  CHECK(word_breaks("a b") == std::vector<uint32_t>{1, 2, 3});
  CHECK(sentence_breaks("A b. C").back() == 6);
}

TEST_CASE("breaks are byte offsets of the text as given") {
  CHECK(word_breaks("é, b") == std::vector<uint32_t>{2, 3, 4, 5});
  CHECK(word_breaks("\xFF,").back() == 2);
}

TEST_CASE("several threads break at once") {
  std::vector<uint32_t> a;
  std::vector<uint32_t> b;
  std::thread first([&] { a = word_breaks("Nyrstar sold zinc"); });
  std::thread second([&] { b = word_breaks("Nyrstar sold zinc"); });
  first.join();
  second.join();
  CHECK(a == b);
}
