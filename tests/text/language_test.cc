#include "text/language.h"

#include <doctest/doctest.h>

#include <string>

using text::detect_language;

TEST_CASE("the language of a sentence is found") {
  CHECK(detect_language("Korea Zinc said that it would build a smelter in "
                        "Tennessee to produce critical minerals.") == "en");
  CHECK(detect_language("高丽锌业宣布将在田纳西州建设一座冶炼厂。") == "zh");
  CHECK(detect_language("고려아연이 테네시주에 제련소를 짓는다고 발표했다.") ==
        "ko");
  CHECK(detect_language("高麗亜鉛はテネシー州に製錬所を建設すると発表した。") ==
        "ja");
  CHECK(detect_language("Die Zinkhütte soll im kommenden Jahr wieder in "
                        "Betrieb genommen werden.") == "de");
}

TEST_CASE("the script tells the language of short texts") {
  CHECK(detect_language("고려아연이 3월에 LME가 발표") == "ko");
  CHECK(detect_language("锌") == "zh");
  CHECK(detect_language("ニルスター") == "ja");
}

TEST_CASE("no language is claimed without reason") {
  CHECK(detect_language("") == "");
  CHECK(detect_language("10,155") == "");
  CHECK(detect_language("\xFF\xFE\x80") == "");
}

TEST_CASE("a long text is detected by its beginning") {
  std::string text;
  while (text.size() < 2'000'000) text += "锌价上涨，冶炼厂减产。";
  CHECK(detect_language(text) == "zh");
}
