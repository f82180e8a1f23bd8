// What the tagger sees of a word and its neighbours.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

inline constexpr size_t kMaxTaggerLabels = 128;

// One word by itself. Letters beyond ASCII count as they are written.
struct TaggerWord {
  uint64_t form = 0;   // as written, digits as `0`; 0: not to be looked at
  uint64_t lower = 0;  // the same in lower case
  uint32_t start = 0;  // its first four bytes, in lower case
  uint32_t end = 0;    // its last four; the last is the lowest
  uint64_t shape = 0;  // `Xx-0`: runs of like characters
  bool capital = false;
  bool upper = false;      // letters, none of them lower case
  bool has_lower = false;  // of a to z
  WordClass word_class;
};

TaggerWord look_at(std::string_view word, const WordClasses& classes);

// Of a word that is given its label without a look at its neighbours.
Feature certain_feature(const TaggerWord& word);

// The features of each word of one sentence.
class TaggerFeatures {
 public:
  static constexpr size_t kMaxCount = 64;
  static constexpr uint8_t kNoLabel = 0xFF;  // before the first word

  explicit TaggerFeatures(std::span<const TaggerWord> words);

  // Of word `i`, after words of these labels. Valid until the next call.
  std::span<const Feature> at(size_t i, uint8_t previous, uint8_t before);

 private:
  void add(uint64_t value);
  void add(uint64_t value, uint64_t other);
  void add_word(size_t i);
  void add_neighbours(size_t i);
  void add_classes(size_t i);
  void add_history(size_t i, uint8_t previous, uint8_t before);
  void add_form(size_t i);
  // Word `i + offset`, or an empty one outside the sentence.
  const TaggerWord& word(size_t i, int offset) const {
    return words_[i + kMargin + offset];
  }

  static constexpr size_t kMargin = 2;

  std::vector<TaggerWord> words_;  // with empty ones on both sides
  bool all_upper_ = true;
  std::array<Feature, kMaxCount> features_{};
  size_t count_ = 0;
  uint64_t template_ = 0;
};

}  // namespace models
