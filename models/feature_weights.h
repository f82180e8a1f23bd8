// The weights of a linear model over hashed features: each feature has a short
// row of (label, weight), because few labels share one.

#pragma once

#include <bit>
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

// Where a table of `slot_count` slots looks for a feature first.
constexpr uint32_t first_slot(Feature feature, uint32_t slot_count) {
  return static_cast<uint32_t>((feature & 0xFFFFFFFFU) * slot_count >> 32U);
}

struct FeatureWeight {
  uint16_t label;
  int16_t weight;
};

// One feature of the table, in eight bytes so that none straddles two cache
// lines. A feature is taken for another in one of 16 million cases.
struct FeatureSlot {
  // The only weight of a row of one, else the 32 bits of where the row begins:
  // weights [begin, begin + size), or dense row number `begin`.
  FeatureWeight weight_or_begin{};
  uint32_t check_and_size = 0;  // size 0: empty slot

  // Rows of more weights are dense: one weight for each label.
  static constexpr uint32_t kMaxRowSize = 23;
  static constexpr uint32_t kDense = 0xFF;

  static constexpr FeatureSlot of(Feature feature, uint32_t begin,
                                  uint32_t size) {
    return {std::bit_cast<FeatureWeight>(begin), check_of(feature) | size};
  }
  static constexpr FeatureSlot of(Feature feature, FeatureWeight weight) {
    return {weight, check_of(feature) | 1U};
  }
  constexpr uint32_t begin() const {
    return std::bit_cast<uint32_t>(weight_or_begin);
  }
  constexpr uint32_t size() const { return check_and_size & 0xFFU; }
  constexpr bool empty() const { return size() == 0; }
  constexpr bool holds(Feature feature) const {
    return (check_and_size & ~0xFFU) == check_of(feature);
  }

 private:
  static constexpr uint32_t check_of(Feature feature) {
    return static_cast<uint32_t>(feature >> 32U) & ~0xFFU;
  }
};

// Borrows its model file.
class FeatureWeights {
 public:
  using Weight = FeatureWeight;

  // Reads the sections `NAME.slots`, `NAME.rows`, `NAME.scale` and, where it
  // is there, `NAME.dense`; see docs/models.md. Throws InputError if they are
  // missing or if a row lies outside its section.
  FeatureWeights(const ModelFile& file, std::string_view name);

  // The weights of a feature; empty for one that was not learned, and for one
  // of more than FeatureSlot::kMaxRowSize weights.
  std::span<const Weight> row(Feature feature) const;

  // Adds the weights of `feature` to the `scores` of their labels. Every
  // label of the model must be an index of `scores`.
  void add(Feature feature, std::span<int32_t> scores) const;

  // The same for many features at once, their memory fetched side by side.
  void add_all(std::span<const Feature> features,
               std::span<int32_t> scores) const;

  // A score divided by this is in the unit in which it was learned.
  float scale() const { return scale_; }

  // One more than the greatest label; 0 without weights.
  uint32_t label_count() const { return label_count_; }

 private:
  // Counts the labels; false if a row lies outside its section.
  bool measure();
  const FeatureSlot* find(Feature feature) const;
  void add_slot(const FeatureSlot& slot, std::span<int32_t> scores) const;

  std::span<const FeatureSlot> slots_;  // open addressing, never full
  std::span<const Weight> weights_;
  std::span<const int16_t> dense_;  // rows of dense_width_
  uint32_t dense_width_ = 0;
  uint32_t label_count_ = 0;
  float scale_ = 1;
};

}  // namespace models
