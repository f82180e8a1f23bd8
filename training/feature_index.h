// Numbers for the features that occur often enough to learn from.

#pragma once

#include <cstdint>
#include <vector>

#include "models/feature_weights.h"

namespace training {

class FeatureIndex {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  void count(models::Feature feature);
  // Numbers the features counted at least `min_count` times, in the order in
  // which they were first counted.
  void number(uint32_t min_count);

  // kNone for a feature without number.
  uint32_t find(models::Feature feature) const;
  const std::vector<models::Feature>& features() const { return features_; }

 private:
  struct Slot {
    models::Feature feature = 0;
    uint32_t count = 0;
    uint32_t number = kNone;
  };
  size_t slot_of(models::Feature feature) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(1U << 16U);
  std::vector<models::Feature> order_;
  std::vector<models::Feature> features_;
};

}  // namespace training
