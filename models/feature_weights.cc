#include "models/feature_weights.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/error.h"

namespace models {
namespace {

constexpr size_t kBatch = 32;

// Runs through the table once, as a broken file must not be followed blindly.
bool rows_fit(std::span<const FeatureSlot> slots, size_t weight_count) {
  bool has_empty = false;
  for (const FeatureSlot& slot : slots) {
    if (slot.empty()) {
      has_empty = true;
    } else if (slot.size() > 1 && (slot.begin() > weight_count ||
                                   slot.size() > weight_count - slot.begin())) {
      return false;
    }
  }
  return has_empty;
}

}  // namespace

FeatureWeights::FeatureWeights(const ModelFile& file, std::string_view name)
    : slots_(file.values<FeatureSlot>(std::string(name) + ".slots")),
      weights_(file.values<Weight>(std::string(name) + ".rows")) {
  const auto scale = file.values<float>(std::string(name) + ".scale");
  if (scale.size() != 1 || !(scale[0] > 0) ||
      !rows_fit(slots_, weights_.size())) {
    throw text::InputError("the weights `" + std::string(name) +
                           "` are damaged");
  }
  scale_ = scale[0];
}

std::span<const FeatureWeights::Weight> FeatureWeights::row(
    Feature feature) const {
  const auto slot_count = static_cast<uint32_t>(slots_.size());
  uint32_t at = first_slot(feature, slot_count);
  for (;;) {
    const FeatureSlot& slot = slots_[at];
    if (slot.empty()) return {};
    if (slot.holds(feature)) {
      if (slot.size() == 1) return {&slot.weight_or_begin, 1};
      return weights_.subspan(slot.begin(), slot.size());
    }
    if (++at == slot_count) at = 0;
  }
}

void FeatureWeights::add(Feature feature, std::span<int32_t> scores) const {
  for (const Weight& weight : row(feature)) {
    scores[weight.label] += weight.weight;
  }
}

void FeatureWeights::add_all(std::span<const Feature> features,
                             std::span<int32_t> scores) const {
  const auto slot_count = static_cast<uint32_t>(slots_.size());
  std::array<std::span<const Weight>, kBatch> rows;
  while (!features.empty()) {
    const auto batch = features.first(std::min(kBatch, features.size()));
    features = features.subspan(batch.size());
    for (const Feature feature : batch) {
      __builtin_prefetch(&slots_[first_slot(feature, slot_count)]);
    }
    size_t found = 0;
    for (const Feature feature : batch) {
      rows[found] = row(feature);
      if (rows[found].empty()) continue;
      __builtin_prefetch(rows[found].data());
      ++found;
    }
    for (size_t i = 0; i < found; ++i) {
      for (const Weight& weight : rows[i]) {
        scores[weight.label] += weight.weight;
      }
    }
  }
}

uint32_t FeatureWeights::label_count() const {
  uint32_t count = 0;
  for (const Weight& weight : weights_) {
    count = std::max(count, weight.label + 1U);
  }
  for (const FeatureSlot& slot : slots_) {
    if (slot.size() != 1) continue;
    count = std::max(count, slot.weight_or_begin.label + 1U);
  }
  return count;
}

}  // namespace models
