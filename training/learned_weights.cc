#include "training/learned_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <tuple>

namespace training {
namespace {

using models::FeatureSlot;
using Weight = models::FeatureWeights::Weight;

constexpr double kSlotsPerFeature = 1.5;

bool farther_from_zero(const LearnedWeight& a, const LearnedWeight& b) {
  return std::tuple(-std::abs(a.weight), a.feature, a.label) <
         std::tuple(-std::abs(b.weight), b.feature, b.label);
}

bool by_feature(const LearnedWeight& a, const LearnedWeight& b) {
  return std::tuple(a.feature, a.label) < std::tuple(b.feature, b.label);
}

// The strongest first, then again by feature.
void keep_strongest(std::vector<LearnedWeight>& weights, size_t max_count) {
  if (weights.size() > max_count) {
    std::ranges::nth_element(weights, weights.begin() + max_count,
                             farther_from_zero);
    weights.resize(max_count);
  }
  std::ranges::sort(weights, by_feature);
}

struct Table {
  std::vector<FeatureSlot> slots;
  std::vector<Weight> rows;
  std::vector<int16_t> dense;
  uint32_t width = 0;  // of a dense row
};

size_t count_features(const std::vector<LearnedWeight>& weights) {
  size_t count = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (i == 0 || weights[i].feature != weights[i - 1].feature) ++count;
  }
  return count;
}

void insert(std::vector<FeatureSlot>& slots, models::Feature feature,
            const FeatureSlot& slot) {
  const auto slot_count = static_cast<uint32_t>(slots.size());
  uint32_t at = models::first_slot(feature, slot_count);
  while (!slots[at].empty()) at = at + 1 == slot_count ? 0 : at + 1;
  slots[at] = slot;
}

// Puts a row where its size belongs. It must not be empty.
FeatureSlot add_row(Table& table, models::Feature feature,
                    const std::vector<Weight>& row) {
  if (row.size() == 1) return FeatureSlot::of(feature, row.front());
  const auto size = static_cast<uint32_t>(row.size());
  if (size <= FeatureSlot::kMaxRowSize) {
    const auto begin = static_cast<uint32_t>(table.rows.size());
    table.rows.insert(table.rows.end(), row.begin(), row.end());
    return FeatureSlot::of(feature, begin, size);
  }
  const size_t begin = table.dense.size();
  table.dense.resize(begin + table.width);
  for (const Weight& weight : row) {
    table.dense[begin + weight.label] = weight.weight;
  }
  return FeatureSlot::of(feature, static_cast<uint32_t>(begin / table.width),
                         FeatureSlot::kDense);
}

// `weights` are sorted by feature.
Table make_table(const std::vector<LearnedWeight>& weights, double scale) {
  Table table;
  const auto features = static_cast<double>(count_features(weights));
  table.slots.resize(static_cast<size_t>(features * kSlotsPerFeature) + 2);
  for (const LearnedWeight& weight : weights) {
    table.width = std::max(table.width, weight.label + 1U);
  }
  std::vector<Weight> row;
  for (size_t i = 0; i < weights.size();) {
    const models::Feature feature = weights[i].feature;
    row.clear();
    for (; i < weights.size() && weights[i].feature == feature; ++i) {
      const auto weight =
          static_cast<int16_t>(std::lround(weights[i].weight * scale));
      if (weight != 0) row.push_back({weights[i].label, weight});
    }
    if (row.empty()) continue;
    insert(table.slots, feature, add_row(table, feature, row));
  }
  return table;
}

}  // namespace

std::vector<LearnedWeight> mean_of(
    const std::vector<std::vector<LearnedWeight>>& runs) {
  std::vector<LearnedWeight> all;
  for (const auto& run : runs) all.insert(all.end(), run.begin(), run.end());
  std::ranges::stable_sort(all, by_feature);
  std::vector<LearnedWeight> mean;
  for (const LearnedWeight& weight : all) {
    const bool is_same = !mean.empty() &&
                         mean.back().feature == weight.feature &&
                         mean.back().label == weight.label;
    if (!is_same) mean.push_back({weight.feature, weight.label, 0});
    mean.back().weight += weight.weight / static_cast<double>(runs.size());
  }
  return mean;
}

void add_weights(models::ModelFileWriter& writer, std::string_view name,
                 std::vector<LearnedWeight> weights, size_t max_count) {
  keep_strongest(weights, max_count);
  double greatest = 1e-9;
  for (const LearnedWeight& weight : weights) {
    greatest = std::max(greatest, std::abs(weight.weight));
  }
  const double scale = std::numeric_limits<int16_t>::max() / greatest;
  const Table table = make_table(weights, scale);
  const std::array<float, 1> scales = {static_cast<float>(scale)};
  const std::string prefix(name);
  writer.add<FeatureSlot>(prefix + ".slots", table.slots);
  writer.add<Weight>(prefix + ".rows", table.rows);
  writer.add<float>(prefix + ".scale", scales);
  if (table.dense.empty()) return;
  writer.add<int16_t>(prefix + ".dense", table.dense);
  writer.add<uint32_t>(prefix + ".width", std::span(&table.width, 1));
}

}  // namespace training
