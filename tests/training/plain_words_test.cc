#include "training/plain_words.h"

#include <doctest/doctest.h>

#include <string>

using training::plain_words;

namespace {

std::string cut(std::string_view sentence) {
  std::string joined;
  for (const auto word : plain_words(sentence)) {
    joined.append(joined.empty() ? "" : " ").append(word);
  }
  return joined;
}

}  // namespace

TEST_CASE("punctuation is parted from words, but not from abbreviations") {
  CHECK(cut("Acme Co., of the U.S., fell (again).") ==
        "Acme Co. , of the U.S. , fell ( again ) .");
  CHECK(cut("\"Why?\" Mr. Smith asked...") ==
        "\" Why ? \" Mr. Smith asked ...");
  CHECK(cut("“Why?” he asked…") == "“ Why ? ” he asked …");
}

TEST_CASE("endings of words are words of their own") {
  CHECK(cut("Nyrstar's miners' pay isn't what they'll want") ==
        "Nyrstar 's miners ' pay is n't what they 'll want");
  CHECK(cut("Nyrstar’s can’t cannot") == "Nyrstar ’s ca n’t can not");
}

TEST_CASE("hyphens and slashes between words part them, numbers stay whole") {
  CHECK(cut("zinc-rich lead/zinc 2015–16") ==
        "zinc - rich lead / zinc 2015 – 16");
  CHECK(cut("on 2001-09-11, 1,200.5 or 5%") ==
        "on 2001-09-11 , 1,200.5 or 5 %");
  CHECK(cut("US$5 and $1.5bn") == "US$ 5 and $ 1.5bn");
}

TEST_CASE("addresses are single words") {
  CHECK(cut("See https://example.org/a-b, or a-b@example.org.") ==
        "See https://example.org/a-b , or a-b@example.org .");
}

TEST_CASE("nothing but punctuation or bad bytes is cut without fault") {
  CHECK(cut("") == "");
  CHECK(cut("--- ... ' ’ 's") == "--- ... ' ’ 's");
  CHECK(cut("\xff\xe2\x80") == "\xff\xe2\x80");
}
