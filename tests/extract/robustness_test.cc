#include <doctest/doctest.h>

#include <string>

#include "tests/extract/reading_article.h"

namespace extract {
namespace {

std::string repeat(const std::string& text, size_t bytes) {
  std::string repeated;
  while (repeated.size() < bytes) repeated += text;
  return repeated;
}

TEST_CASE("every byte, alone and in pairs, is read without harm") {
  std::string all;
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; b += 5) {
      all.push_back(static_cast<char>(a));
      all.push_back(static_cast<char>(b));
    }
  }
  const auto read = read_body(all);
  for (const auto& mention : read.annotation.mentions) {
    CHECK(mention.span.end <= all.size());
  }
}

TEST_CASE("a sentence of a megabyte is read in linear time") {
  const auto read =
      read_body(repeat("Korea Zinc and Nyrstar and zinc, lead, ", 1'000'000));
  CHECK(read.annotation.mentions.size() > 10'000);
}

TEST_CASE("brackets, quotes and commas without end are read") {
  for (const char* piece : {"(", "\"", ",", "Aa ", "Aa-", "US. ", "锌", "が"}) {
    CHECK_NOTHROW(read_body(repeat(piece, 20'000)));
  }
}

TEST_CASE("all capitals give no new names") {
  const auto read = read_body(
      "GLOBAL METALS RALLY AS BIG BOLD RESOURCES HOLDINGS PLANS MINE");
  for (const auto& mention : read.annotation.mentions) {
    CHECK(mention.how != "pattern");
  }
}

TEST_CASE("an empty article names nothing") {
  const auto read = read_body("");
  CHECK(read.annotation.mentions.empty());
  CHECK(read.entities.empty());
}

}  // namespace
}  // namespace extract
