// The weights of a linear model over hashed features: each feature has a short
// row of (label, weight), because few labels share one.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "models/model_file.h"

namespace models {

// The hash of a feature: a template's number and the values that fill it in.
using Feature = uint64_t;

constexpr Feature mix(Feature feature, uint64_t value) {
  feature = (feature ^ value) * 0x9E3779B97F4A7C15U;
  return feature ^ (feature >> 32U);
}

// FNV-1a, 64 bits.
constexpr uint64_t hash_of(std::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash;
}

// Borrows its model file.
class FeatureWeights {
 public:
  struct Weight {
    uint16_t label;
    int16_t weight;
  };

  // Reads the sections `NAME.slots` and `NAME.rows`; see docs/models.md.
  FeatureWeights(const ModelFile& file, std::string_view name);

  // The weights of a feature; empty for one that was not learned.
  std::span<const Weight> row(Feature feature) const;

  // Adds the weights of `feature` to the `scores` of their labels. Every
  // label of the model must be an index of `scores`.
  void add(Feature feature, std::span<int32_t> scores) const;

 private:
  struct Slot {
    uint32_t check = 0;  // upper half of the hash
    uint32_t begin = 0;  // row: weights [begin, begin + size)
    uint32_t size = 0;   // 0: empty slot
  };
  std::span<const Slot> slots_;  // open addressing; a power of two
  std::span<const Weight> weights_;
};

}  // namespace models
