#include "training/learned_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
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

// `weights` are sorted by feature.
Table make_table(const std::vector<LearnedWeight>& weights, double scale) {
  Table table;
  const auto features = static_cast<double>(count_features(weights));
  table.slots.resize(static_cast<size_t>(features * kSlotsPerFeature) + 2);
  for (size_t i = 0; i < weights.size();) {
    const models::Feature feature = weights[i].feature;
    const size_t begin = table.rows.size();
    for (; i < weights.size() && weights[i].feature == feature; ++i) {
      const auto weight =
          static_cast<int16_t>(std::lround(weights[i].weight * scale));
      const size_t size = table.rows.size() - begin;
      if (weight != 0 && size < FeatureSlot::kMaxRowSize) {
        table.rows.push_back({weights[i].label, weight});
      }
    }
    const size_t size = table.rows.size() - begin;
    if (size == 0) continue;
    if (size == 1) {
      insert(table.slots, feature, FeatureSlot::of(feature, table.rows.back()));
      table.rows.pop_back();
    } else {
      insert(table.slots, feature,
             FeatureSlot::of(feature, static_cast<uint32_t>(begin),
                             static_cast<uint32_t>(size)));
    }
  }
  return table;
}

}  // namespace

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
}

}  // namespace training
