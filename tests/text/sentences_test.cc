#include "text/sentences.h"

#include <doctest/doctest.h>

#include <string>

using namespace text;

namespace {

// The sentences, each followed by `|`.
std::string split(std::string_view utf8) {
  std::string joined;
  for (const Span sentence : find_sentences(utf8)) {
    joined += slice(utf8, sentence);
    joined += '|';
  }
  return joined;
}

}  // namespace

TEST_CASE("sentences come without the white space around them") {
  CHECK(split("  Zinc rose.  Lead fell!\tDid tin? ") ==
        "Zinc rose.|Lead fell!|Did tin?|");
  CHECK(split("") == "");
  CHECK(split(" \n\t\u3000\n") == "");
}

TEST_CASE("a line break always ends a sentence") {
  CHECK(split("Zinc rises\nPrices of\r\nlead\n\nMr.\nLutnick") ==
        "Zinc rises|Prices of|lead|Mr.|Lutnick|");
}

TEST_CASE("titles and initials belong to the name") {
  CHECK(split("Mr. Lutnick met Dr. J. Smith and Donald J. Trump. He left.") ==
        "Mr. Lutnick met Dr. J. Smith and Donald J. Trump.|He left.|");
}

TEST_CASE("a country abbreviated may go on or end a sentence") {
  CHECK(split("The U.S. Department of War bought it. Next.") ==
        "The U.S. Department of War bought it.|Next.|");
  CHECK(split("He left the U.S. The company stayed.") ==
        "He left the U.S.|The company stayed.|");
}

TEST_CASE("a company's form may go on or end a sentence") {
  CHECK(split("Korea Zinc Co., Ltd. Chairman Choi spoke.") ==
        "Korea Zinc Co., Ltd. Chairman Choi spoke.|");
  CHECK(split("It bought Korea Zinc Co., Ltd. The price is secret.") ==
        "It bought Korea Zinc Co., Ltd.|The price is secret.|");
}

TEST_CASE("No. is a number's sign only before a number") {
  CHECK(split("See smelter No. 3 in Onsan. No. He did not.") ==
        "See smelter No. 3 in Onsan.|No.|He did not.|");
}

TEST_CASE("units and numbers end sentences") {
  CHECK(split("It fell to 10,155 yuan/mtu. Lot B: 2.5 t.") ==
        "It fell to 10,155 yuan/mtu.|Lot B: 2.5 t.|");
  CHECK(split("It cost $5M. Nyrstar paid.") == "It cost $5M.|Nyrstar paid.|");
}

TEST_CASE("quotes end with their sentence") {
  const std::string quote =
      "US Secretary of Commerce Howard Lutnick said the Tennessee smelter "
      "would “enable the US to produce 13 critical and strategic minerals at "
      "scale”.";
  CHECK(split(quote) == quote + "|");
  CHECK(split(quote + " He left.") == quote + "|He left.|");
  CHECK(split("“It is ours.” He left.") == "“It is ours.”|He left.|");
}

TEST_CASE("Chinese, Japanese and Korean sentences end at their full stops") {
  CHECK(split("锌价上涨。他说：“买！”为什么？是的。") ==
        "锌价上涨。|他说：“买！”|为什么？|是的。|");
  CHECK(split("亜鉛は上昇した。終わり。") == "亜鉛は上昇した。|終わり。|");
  CHECK(split("고려아연이 발표했다. 그는 갔다.") ==
        "고려아연이 발표했다.|그는 갔다.|");
}

TEST_CASE("any bytes have sentences inside them") {
  const std::string hostile =
      std::string("\xFF. A\0. \xE9\x94", 8) + ". \u200B. ‘. Mr. \x80.";
  uint32_t end = 0;
  for (const Span sentence : find_sentences(hostile)) {
    CHECK(end <= sentence.begin);
    CHECK(sentence.begin < sentence.end);
    end = sentence.end;
  }
  CHECK(end <= hostile.size());
}

TEST_CASE("a sentence of ten megabytes is found in time") {
  for (const std::string_view unit : {"a", "zinc ", "Mr. ", ". ", ".1 ", "\xFF",
                                      "U.S. A", "\" ", "锌", "\n"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 10'000'000) text += unit;
    CHECK_NOTHROW(find_sentences(text));
  }
}
