// The features by which the name tagger scores the labels of a word.

#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "models/feature_weights.h"
#include "models/name_words.h"

namespace models {

// The features of one word, by group: first those that know the word itself,
// then those of name lists, then all others. Training hides the first two
// groups from time to time, so that the rest must do without them.
class NameFeatures {
 public:
  static constexpr size_t kCapacity = 192;

  void add(Feature feature) {
    if (size_ < kCapacity) features_[size_++] = feature;
  }
  void end_identity() { identity_end_ = size_; }
  void end_lists() { lists_end_ = size_; }

  std::span<const Feature> all() const { return {features_.data(), size_}; }
  size_t identity_end() const { return identity_end_; }
  size_t lists_end() const { return lists_end_; }

 private:
  std::array<Feature, kCapacity> features_;
  size_t size_ = 0;
  size_t identity_end_ = 0;
  size_t lists_end_ = 0;
};

NameFeatures name_features(const NameSentence& sentence, size_t word);

}  // namespace models
