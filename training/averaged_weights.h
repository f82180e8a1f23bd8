// The weights of a perceptron while it learns, with their average over all
// examples seen (Freund & Schapire 1999), which is what is kept in the end.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/feature_weights.h"
#include "training/learned_weights.h"

namespace training {

class AveragedWeights {
 public:
  AveragedWeights();

  // Adds the present weights of a feature to the scores of their labels.
  void add(models::Feature feature, std::span<float> scores) const;
  void add_all(std::span<const models::Feature> features,
               std::span<float> scores) const;

  void update(models::Feature feature, uint16_t label, float change);

  // Call once an example, whether it was read rightly or not.
  void end_example() { ++examples_; }

  // The average of every weight over the examples so far; zeros left out.
  std::vector<LearnedWeight> average() const;

 private:
  struct Entry {
    double delayed = 0;  // sum of change * (examples before it)
    float weight = 0;
    uint16_t label = 0;
  };
  struct Row {
    models::Feature feature = 0;  // 0: empty slot
    uint32_t begin = 0;           // entries [begin, begin + size)
    uint16_t size = 0;
    uint16_t capacity = 0;
  };

  size_t slot_of(models::Feature feature) const;
  Entry& entry(models::Feature feature, uint16_t label);
  Entry& append(Row& row, uint16_t label);
  void grow_table();

  std::vector<Row> rows_;  // open addressing; a power of two
  std::vector<Entry> entries_;
  size_t row_count_ = 0;
  double examples_ = 1;
};

}  // namespace training
