#include "models/label_chain.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>
#include <vector>

using namespace models;

namespace {

constexpr uint8_t kPersonBegin = name_label(0, NamePart::kBegin);
constexpr uint8_t kPersonLast = name_label(0, NamePart::kLast);
constexpr uint8_t kPlaceLast = name_label(2, NamePart::kLast);

LabelTransitions even_transitions() {
  LabelTransitions transitions{};
  for (uint8_t left = 0; left < kNameLabelCount; ++left) {
    for (uint8_t right = 0; right < kNameLabelCount; ++right) {
      transitions[left][right] = may_follow(left, right) ? 1.0F : 0.0F;
    }
  }
  return transitions;
}

}  // namespace

TEST_CASE("a name goes on in its own class only") {
  CHECK(may_follow(kPersonBegin, kPersonLast));
  CHECK_FALSE(may_follow(kPersonBegin, kPlaceLast));
  CHECK_FALSE(may_follow(kPersonBegin, kOutside));
  CHECK(may_follow(kPersonLast, kOutside));
}

TEST_CASE("the chances of a word's labels sum up to one") {
  const LabelTransitions transitions = even_transitions();
  std::vector<LabelScores> scores(3);
  scores[1][kPersonBegin] = 2;
  const LabelChain chain(scores, transitions);
  for (size_t word = 0; word < scores.size(); ++word) {
    const LabelScores chances = chain.marginals(word);
    CHECK(std::accumulate(chances.begin(), chances.end(), 0.0F) ==
          doctest::Approx(1));
  }
}

TEST_CASE("a likely name is found with its class and chance") {
  const LabelTransitions transitions = even_transitions();
  std::vector<LabelScores> scores(3);
  scores[1][kPersonBegin] = 6;
  scores[2][kPersonLast] = 6;
  const auto names = likely_names(LabelChain(scores, transitions), 10, 0.5F);
  REQUIRE(names.size() == 1);
  CHECK(names[0].first == 11);
  CHECK(names[0].last == 13);
  CHECK(names[0].name_class == NameClass::kPerson);
  CHECK(names[0].confidence > 0.9F);
}

TEST_CASE("labels that are not allowed have no chance") {
  const LabelTransitions transitions = even_transitions();
  const std::vector<LabelScores> scores(2);
  const std::vector<uint32_t> allowed = {1U << kPersonBegin,
                                         (1U << kPersonLast) | 1U};
  const LabelChain chain(scores, allowed, transitions);
  CHECK(chain.marginals(1)[kPersonLast] == doctest::Approx(1));
  CHECK(chain.log_sum() == doctest::Approx(0));
}
