#include "training/feature_index.h"

#include <utility>

namespace training {

size_t FeatureIndex::slot_of(models::Feature feature) const {
  const size_t mask = slots_.size() - 1;
  size_t at = models::mix(feature, 0) & mask;
  while (slots_[at].count > 0 && slots_[at].feature != feature) {
    at = (at + 1) & mask;
  }
  return at;
}

void FeatureIndex::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old) {
    if (slot.count > 0) slots_[slot_of(slot.feature)] = slot;
  }
}

void FeatureIndex::count(models::Feature feature) {
  Slot& slot = slots_[slot_of(feature)];
  if (slot.count++ > 0) return;
  slot.feature = feature;
  order_.push_back(feature);
  if (order_.size() * 2 > slots_.size()) grow();
}

void FeatureIndex::number(uint32_t min_count) {
  for (const models::Feature feature : order_) {
    Slot& slot = slots_[slot_of(feature)];
    if (slot.count < min_count) continue;
    slot.number = static_cast<uint32_t>(features_.size());
    features_.push_back(feature);
  }
}

uint32_t FeatureIndex::find(models::Feature feature) const {
  return slots_[slot_of(feature)].number;
}

}  // namespace training
