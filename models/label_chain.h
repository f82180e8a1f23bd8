// Labels of words and the chance of each name in a linear-chain conditional
// random field (Lafferty et al. 2001; forward-backward as in Rabiner 1989).

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/name_span.h"

namespace models {

// Outside any name, or begin, inside, last or only word of a name of a class.
inline constexpr int kNameLabelCount = 17;
inline constexpr uint8_t kOutside = 0;
enum class NamePart : uint8_t { kBegin = 1, kInside, kLast, kOnly };

constexpr uint8_t name_label(uint8_t name_class, NamePart part) {
  return static_cast<uint8_t>(4 * name_class + static_cast<uint8_t>(part));
}

// True if a word labelled `right` may follow one labelled `left`.
bool may_follow(uint8_t left, uint8_t right);

using LabelScores = std::array<float, kNameLabelCount>;

// e to the power of the score of `[left][right]`; 0 where it may not follow.
using LabelTransitions = std::array<LabelScores, kNameLabelCount>;

// The chances of the labels of a stretch of words that no name crosses.
class LabelChain {
 public:
  // `scores` has one entry a word, and at least one.
  LabelChain(std::span<const LabelScores> scores,
             const LabelTransitions& transitions);
  // The same, where only the labels in `allowed` (bit: label) are possible.
  LabelChain(std::span<const LabelScores> scores,
             std::span<const uint32_t> allowed,
             const LabelTransitions& transitions);

  size_t size() const { return scores_.size(); }
  // Of each label of a word; they sum up to 1.
  LabelScores marginals(size_t word) const;
  // Of the pair of labels of `word` and of the word after it.
  float pair(size_t word, uint8_t left, uint8_t right) const;
  // Of the names of a class that begin at `first`: each with its chance, if
  // that is at least `threshold`.
  std::vector<NameSpan> names_from(size_t first, uint8_t name_class,
                                   float threshold) const;
  // The logarithm of the sum over all labellings.
  double log_sum() const { return log_sum_; }

 private:
  void run();

  std::vector<LabelScores> scores_;  // e to the power of
  std::vector<LabelScores> forward_;
  std::vector<LabelScores> backward_;
  std::vector<float> scale_;  // of forward_, by word
  const LabelTransitions* transitions_;
  double log_sum_ = 0;
};

// The names of a chain that are at least `threshold` likely, the likeliest
// first where they overlap; by position. `offset` is added to their words.
std::vector<NameSpan> likely_names(const LabelChain& chain, uint32_t offset,
                                   float threshold);

}  // namespace models
