#include "text/stemming.h"

#include <doctest/doctest.h>

#include <string>

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

TEST_CASE("two syllables of a Korean word always stay") {
  CHECK(strip_korean_particle("국가") == "국가");
  CHECK(strip_korean_particle("아연이") == "아연");
  CHECK(strip_korean_particle("이") == "이");
  CHECK(strip_korean_particle("") == "");
}
