#include "training/averaged_weights.h"

#include <algorithm>
#include <array>
#include <utility>

namespace training {
namespace {

constexpr size_t kFirstTableSize = 1U << 16U;

}  // namespace

AveragedWeights::AveragedWeights() : rows_(kFirstTableSize) {}

// Feature 0 stands for an empty slot, and shares the row of feature 1.
size_t AveragedWeights::slot_of(models::Feature feature) const {
  if (feature == 0) feature = 1;
  size_t at = feature & (rows_.size() - 1);
  while (rows_[at].feature != 0 && rows_[at].feature != feature) {
    at = (at + 1) & (rows_.size() - 1);
  }
  return at;
}

void AveragedWeights::add(models::Feature feature,
                          std::span<float> scores) const {
  const Row& row = rows_[slot_of(feature)];
  for (uint32_t i = row.begin; i < row.begin + row.size; ++i) {
    scores[entries_[i].label] += entries_[i].weight;
  }
}

// Memory is fetched for many features side by side.
void AveragedWeights::add_all(std::span<const models::Feature> features,
                              std::span<float> scores) const {
  constexpr size_t kBatch = 32;
  std::array<std::span<const Entry>, kBatch> found;
  while (!features.empty()) {
    const auto batch = features.first(std::min(kBatch, features.size()));
    features = features.subspan(batch.size());
    for (const models::Feature feature : batch) {
      __builtin_prefetch(&rows_[feature & (rows_.size() - 1)]);
    }
    for (size_t i = 0; i < batch.size(); ++i) {
      const Row& row = rows_[slot_of(batch[i])];
      found[i] = std::span(entries_).subspan(row.begin, row.size);
      __builtin_prefetch(found[i].data());
    }
    for (size_t i = 0; i < batch.size(); ++i) {
      for (const Entry& entry : found[i]) scores[entry.label] += entry.weight;
    }
  }
}

void AveragedWeights::update(models::Feature feature, uint16_t label,
                             float change) {
  Entry& changed = entry(feature, label);
  changed.weight += change;
  changed.delayed += change * examples_;
}

AveragedWeights::Entry& AveragedWeights::entry(models::Feature feature,
                                               uint16_t label) {
  if (feature == 0) feature = 1;
  if (2 * row_count_ >= rows_.size()) grow_table();
  Row& row = rows_[slot_of(feature)];
  if (row.feature == 0) {
    row.feature = feature;
    ++row_count_;
  }
  for (uint32_t i = row.begin; i < row.begin + row.size; ++i) {
    if (entries_[i].label == label) return entries_[i];
  }
  return append(row, label);
}

// A full row moves to the end, with twice its room.
AveragedWeights::Entry& AveragedWeights::append(Row& row, uint16_t label) {
  if (row.size == row.capacity) {
    const auto begin = static_cast<uint32_t>(entries_.size());
    const auto capacity =
        static_cast<uint16_t>(std::max(1, 2 * static_cast<int>(row.capacity)));
    entries_.resize(entries_.size() + capacity);
    std::copy_n(entries_.begin() + row.begin, row.size,
                entries_.begin() + begin);
    row.begin = begin;
    row.capacity = capacity;
  }
  Entry& added = entries_[row.begin + row.size++];
  added = Entry{0, 0, label};
  return added;
}

void AveragedWeights::grow_table() {
  std::vector<Row> old(2 * rows_.size());
  std::swap(old, rows_);
  for (const Row& row : old) {
    if (row.feature != 0) rows_[slot_of(row.feature)] = row;
  }
}

std::vector<LearnedWeight> AveragedWeights::average() const {
  std::vector<LearnedWeight> weights;
  for (const Row& row : rows_) {
    if (row.feature == 0) continue;
    for (uint32_t i = row.begin; i < row.begin + row.size; ++i) {
      const Entry& entry = entries_[i];
      const double average = entry.weight - entry.delayed / examples_;
      if (average != 0) {
        weights.push_back({row.feature, entry.label, average});
      }
    }
  }
  return weights;
}

}  // namespace training
