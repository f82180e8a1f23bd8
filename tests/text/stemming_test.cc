#include "text/stemming.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace text;

TEST_CASE("inflections share a stem") {
  CHECK(stem("smelters", "en") == stem("smelter", "en"));
  CHECK(stem("mines", "fr") == stem("mine", "fr"));
  CHECK(stem("металлы", "ru") == stem("металл", "ru"));
}

TEST_CASE("Latin words take English rules where the language has none") {
  CHECK(stem("smelters", "") == "smelter");
  CHECK(stem("smelters", "zh") == "smelter");
  CHECK(stem("smelters", "ru") == "smelter");
  CHECK(stem("smelters", "no such language") == "smelter");
}

TEST_CASE("words without rules are their own stem") {
  CHECK(stem("металлы", "en") == "металлы");
  CHECK(stem("", "en") == "");
  CHECK(stem(std::string(100'000, 's'), "en").size() == 100'000);
}

TEST_CASE("Korean words lose their particle") {
  CHECK(strip_korean_particle("고려아연이") == "고려아연");
  CHECK(strip_korean_particle("고려아연") == "고려아연");
  CHECK(strip_korean_particle("제련소에서는") == "제련소");
  CHECK(strip_korean_particle("미국으로부터") == "미국");
  CHECK(strip_korean_particle("정부와의") == "정부");
}

TEST_CASE("what can't follow a Korean word is no particle") {
  for (const char* name :
       {"노르웨이", "상하이", "하와이", "두바이", "전문가"}) {
    CAPTURE(name);
    CHECK(strip_korean_particle(name) !=
          std::string_view(name).substr(0, std::string_view(name).size() - 3));
  }
  CHECK(strip_korean_particle("노르웨이에서") == "노르웨이");
  CHECK(strip_korean_particle("서울로") == "서울");
  CHECK(strip_korean_particle("부산으로") == "부산");
  CHECK(strip_korean_particle("상하이가") == "상하이");
}

TEST_CASE("a syllable may be a word before a particle that agrees with it") {
  CHECK(korean_syllable_before_particle("금을") == "금");
  CHECK(korean_syllable_before_particle("국가").empty());
  CHECK(korean_syllable_before_particle("제도").empty());
  CHECK(korean_syllable_before_particle("금").empty());
}

TEST_CASE("accents and umlauts may be written or not") {
  const auto share = [](const char* one, const char* other,
                        const char* language) {
    const auto first = stems(one, language);
    const auto second = stems(other, language);
    return std::ranges::find_first_of(first, second) != first.end();
  };
  CHECK(share("münchen", "munchen", "de"));
  CHECK(share("münchen", "muenchen", "de"));
  CHECK(share("minería", "mineria", "es"));
  CHECK(share("fermé", "fermer", "fr"));
  CHECK(share("ørsted", "oersted", "da"));
  CHECK_FALSE(share("zinc", "zink", "de"));
  CHECK(stems("smelters", "en") == std::vector<std::string>{"smelter"});
}

TEST_CASE("two syllables of a Korean word always stay") {
  CHECK(strip_korean_particle("국가") == "국가");
  CHECK(strip_korean_particle("아연이") == "아연");
  CHECK(strip_korean_particle("이") == "이");
  CHECK(strip_korean_particle("") == "");
}
