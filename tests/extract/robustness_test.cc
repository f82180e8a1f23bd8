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

// Seconds if a word looked back over all that stands before it.
TEST_CASE("words that mean what was said before are read in linear time") {
  const std::string lead = "Foobar Ltd and Nyrstar said ";
  for (const std::string piece :
       {"its ", "Foobar ", "the Swedish company Nyrstar and ",
        "in Peru, Nyrstar ", "said that it ", "its smelter and ",
        "Bank of China ", "Korea's ", "US$856/t ", "not true that "}) {
    CAPTURE(piece);
    const auto read = read_body(lead + repeat(piece, 500'000));
    CHECK(read.annotation.mentions.size() >= 1);
  }
}

TEST_CASE("facilities without end are read in linear time") {
  std::string body = "Nyrstar owns ";
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (char c = 'a'; c <= 'j'; ++c) {
        body += std::string("the X") + a + b + c + "ville smelter and ";
      }
    }
  }
  const auto read = read_body(body + repeat("Nyrstar's smelter and ", 500'000));
  CHECK(read.annotation.mentions.size() > 20'000);
}

TEST_CASE("a pronoun that nothing stands before means nobody") {
  for (const char* body : {"That it is so.", "It is.", "Its.", "that it"}) {
    CHECK(read_body(body).annotation.mentions.empty());
  }
}

TEST_CASE("brackets, quotes and commas without end are read") {
  for (const char* piece : {"(", "\"", ",", "Aa ", "Aa-", "US. ", "锌", "が"}) {
    CHECK_NOTHROW(read_body(repeat(piece, 20'000)));
  }
}

TEST_CASE("Chinese without end is read in linear time") {
  const auto read = read_body("锌的" + repeat("在大山水火土木石", 1'000'000));
  CHECK(read.annotation.mentions.size() >= 1);
}

TEST_CASE("the sign of a currency names no land") {
  const auto read = read_body("Zinc cost US$856, A$900 and HK$800 a tonne.");
  for (const auto& mention : read.annotation.mentions) {
    CHECK(mention.entity == "commodity:zinc");
  }
}

TEST_CASE("all capitals give no new names") {
  for (const char* body :
       {"GLOBAL METALS RALLY AS BIG BOLD RESOURCES HOLDINGS PLANS MINE",
        "MBK TO BUY KOREA ZINC", "BHP TO BUY OZ GOLD",
        "EU TO BAN IRAN STEEL"}) {
    CAPTURE(body);
    for (const auto& mention : read_body(body).annotation.mentions) {
      CHECK(mention.how != "pattern");
    }
  }
}

TEST_CASE("an empty article names nothing") {
  const auto read = read_body("");
  CHECK(read.annotation.mentions.empty());
  CHECK(read.entities.empty());
}

}  // namespace
}  // namespace extract
