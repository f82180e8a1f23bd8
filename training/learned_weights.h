// Learned weights on their way into a model file.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/model_file.h"

namespace training {

struct LearnedWeight {
  models::Feature feature = 0;
  uint16_t label = 0;
  double weight = 0;
};

// The mean of the weights of several runs, a missing one counting as 0: reads
// better than any one of them (McDonald, Hall & Mann 2010).
std::vector<LearnedWeight> mean_of(
    const std::vector<std::vector<LearnedWeight>>& runs);

// Adds what models::FeatureWeights reads as `name`: the `max_count` weights
// that are farthest from zero, as 16-bit numbers of one common scale. The same
// weights in any order give the same bytes. `name` has at most 9 bytes.
void add_weights(models::ModelFileWriter& writer, std::string_view name,
                 std::vector<LearnedWeight> weights, size_t max_count);

}  // namespace training
