#include "text/minhash.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace text;

namespace {

// The words `w<begin>` to `w<end - 1>`.
std::string words(int begin, int end) {
  std::string text;
  for (int i = begin; i < end; ++i) {
    text += 'w';
    text += std::to_string(i);
    text += ' ';
  }
  return text;
}

double compare(std::string_view a, std::string_view b) {
  return resemblance(make_sketch(a).signature, make_sketch(b).signature);
}

double verify(std::string_view a, std::string_view b) {
  return sample_resemblance(make_sketch(a).sample, make_sketch(b).sample);
}

}  // namespace

TEST_CASE("case and punctuation do not make another story") {
  CHECK(compare("Korea Zinc builds a smelter.",
                "KOREA ZINC builds: a smelter") == 1.0);
}

TEST_CASE("unrelated texts do not resemble each other") {
  CHECK(compare(words(0, 300), words(300, 600)) < 0.05);
}

TEST_CASE("the estimate is near the share of common shingles") {
  // 297 shingles each, 147 of them common: 147 / 447.
  const double estimate = compare(words(0, 300), words(150, 450));
  CHECK(std::abs(estimate - 147.0 / 447) < 3 * 0.0625);
}

TEST_CASE("texts that are not long are compared exactly") {
  // 147 shingles each, 97 of them common: 97 / 197.
  CHECK(verify(words(0, 150), words(50, 200)) == doctest::Approx(97.0 / 197));
  CHECK(verify(words(0, 150), words(0, 150)) == 1.0);
  CHECK(verify(words(0, 150), words(200, 250)) == 0.0);
}

TEST_CASE("long texts are compared by a sample") {
  // 1997 shingles each, 1497 of them common: 1497 / 2497.
  const double estimate = verify(words(0, 2000), words(500, 2500));
  CHECK(std::abs(estimate - 1497.0 / 2497) < 3 * 0.032);
  CHECK(verify(words(0, 2000), words(0, 2000)) == 1.0);
}

TEST_CASE("Chinese is compared by characters") {
  CHECK(compare("高丽锌业将在田纳西州建设冶炼厂",
                "高丽锌业将在田纳西州建设锌冶炼厂") > 0.4);
  CHECK(compare("高丽锌业将在田纳西州建设冶炼厂",
                "铜价昨日在伦敦金属交易所上涨") < 0.1);
}

TEST_CASE("short texts only resemble their equals") {
  CHECK(compare("Zinc up", "zinc up") == 1.0);
  CHECK(compare("Zinc up", "Zinc down") == 0.0);
  CHECK(compare("Zinc up", "Zinc up again") == 0.0);
  CHECK(compare("", "Zinc") == 0.0);
  CHECK(compare("", "...") == 1.0);
}

TEST_CASE("signatures are the same in every build") {
  CHECK(make_sketch("Korea Zinc builds a smelter").signature[0] == 2790709598);
}
