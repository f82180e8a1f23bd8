#include "models/feature_weights.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/error.h"

namespace models {
namespace {

constexpr size_t kBatch = 32;

}  // namespace

FeatureWeights::FeatureWeights(const ModelFile& file, std::string_view name)
    : slots_(file.values<FeatureSlot>(std::string(name) + ".slots")),
      weights_(file.values<Weight>(std::string(name) + ".rows")) {
  const std::string prefix(name);
  scale_ = file.numbers(prefix + ".scale", 1)[0];
  bool sound = scale_ > 0;
  if (file.has(prefix + ".dense")) {
    dense_ = file.values<int16_t>(prefix + ".dense");
    const auto width = file.values<uint32_t>(prefix + ".width");
    sound = sound && width.size() == 1;
    if (sound) dense_width_ = width[0];
  }
  if (!sound || !measure()) {
    throw text::InputError("the weights `" + prefix + "` are damaged");
  }
}

// Runs through the tables once, as a broken file must not be followed blindly.
bool FeatureWeights::measure() {
  const size_t dense_count =
      dense_width_ == 0 ? 0 : dense_.size() / dense_width_;
  uint32_t greatest = 0;
  bool has_empty = false;
  for (const FeatureSlot& slot : slots_) {
    const uint32_t size = slot.size();
    if (size == 1) {
      greatest = std::max(greatest, slot.weight_or_begin.label + 1U);
    } else if (size == 0) {
      has_empty = true;
    } else if (size == FeatureSlot::kDense) {
      if (slot.begin() >= dense_count) return false;
    } else if (slot.begin() > weights_.size() ||
               size > weights_.size() - slot.begin()) {
      return false;
    }
  }
  for (const Weight& weight : weights_) {
    greatest = std::max(greatest, weight.label + 1U);
  }
  label_count_ = std::max(greatest, dense_width_);
  return has_empty;
}

const FeatureSlot* FeatureWeights::find(Feature feature) const {
  const auto slot_count = static_cast<uint32_t>(slots_.size());
  uint32_t at = first_slot(feature, slot_count);
  for (;;) {
    const FeatureSlot& slot = slots_[at];
    if (slot.empty()) return nullptr;
    if (slot.holds(feature)) return &slot;
    if (++at == slot_count) at = 0;
  }
}

std::span<const FeatureWeights::Weight> FeatureWeights::row(
    Feature feature) const {
  const FeatureSlot* const slot = find(feature);
  if (!slot || slot->size() == FeatureSlot::kDense) return {};
  if (slot->size() == 1) return {&slot->weight_or_begin, 1};
  return weights_.subspan(slot->begin(), slot->size());
}

void FeatureWeights::add_slot(const FeatureSlot& slot,
                              std::span<int32_t> scores) const {
  if (slot.size() == FeatureSlot::kDense) {
    const auto row =
        dense_.subspan(size_t{slot.begin()} * dense_width_, dense_width_);
    for (size_t i = 0; i < row.size(); ++i) scores[i] += row[i];
  } else if (slot.size() == 1) {
    scores[slot.weight_or_begin.label] += slot.weight_or_begin.weight;
  } else {
    for (const Weight& weight : weights_.subspan(slot.begin(), slot.size())) {
      scores[weight.label] += weight.weight;
    }
  }
}

void FeatureWeights::add(Feature feature, std::span<int32_t> scores) const {
  if (const FeatureSlot* const slot = find(feature)) add_slot(*slot, scores);
}

void FeatureWeights::add_all(std::span<const Feature> features,
                             std::span<int32_t> scores) const {
  const auto slot_count = static_cast<uint32_t>(slots_.size());
  std::array<const FeatureSlot*, kBatch> found{};
  while (!features.empty()) {
    const auto batch = features.first(std::min(kBatch, features.size()));
    features = features.subspan(batch.size());
    for (const Feature feature : batch) {
      __builtin_prefetch(&slots_[first_slot(feature, slot_count)]);
    }
    size_t count = 0;
    for (const Feature feature : batch) {
      const FeatureSlot* const slot = find(feature);
      if (!slot) continue;
      found[count++] = slot;
      if (slot->size() == FeatureSlot::kDense) {
        const int16_t* const row =
            &dense_[size_t{slot->begin()} * dense_width_];
        __builtin_prefetch(row);
        __builtin_prefetch(row + 32);
        __builtin_prefetch(row + 64);
      } else if (slot->size() > 1) {
        __builtin_prefetch(&weights_[slot->begin()]);
      }
    }
    for (size_t i = 0; i < count; ++i) add_slot(*found[i], scores);
  }
}

}  // namespace models
