#include "models/label_chain.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace models {
namespace {

constexpr int kParts = 4;

NamePart part_of(uint8_t label) {
  return static_cast<NamePart>((label - 1) % kParts + 1);
}

bool starts_name(uint8_t label) {
  return part_of(label) == NamePart::kBegin ||
         part_of(label) == NamePart::kOnly;
}

bool ends_name(uint8_t label) {
  return part_of(label) == NamePart::kLast || part_of(label) == NamePart::kOnly;
}

bool may_end(uint8_t label) { return label == kOutside || ends_name(label); }
bool may_start(uint8_t label) {
  return label == kOutside || starts_name(label);
}

float normalise(LabelScores& values) {
  const float sum = std::accumulate(values.begin(), values.end(), 0.0F);
  for (float& value : values) value /= sum;
  return sum;
}

}  // namespace

bool may_follow(uint8_t left, uint8_t right) {
  if (may_end(left)) return may_start(right);
  return !may_start(right) && (left - 1) / kParts == (right - 1) / kParts;
}

LabelChain::LabelChain(std::span<const LabelScores> scores,
                       const LabelTransitions& transitions)
    : scores_(scores.begin(), scores.end()), transitions_(&transitions) {
  run();
}

LabelChain::LabelChain(std::span<const LabelScores> scores,
                       std::span<const uint32_t> allowed,
                       const LabelTransitions& transitions)
    : scores_(scores.begin(), scores.end()), transitions_(&transitions) {
  for (size_t i = 0; i < scores_.size(); ++i) {
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      if ((allowed[i] >> label & 1U) == 0) scores_[i][label] = -INFINITY;
    }
  }
  run();
}

void LabelChain::run() {
  const size_t size = scores_.size();
  for (LabelScores& scores : scores_) {
    const float top = *std::ranges::max_element(scores);
    log_sum_ += static_cast<double>(top);
    for (float& score : scores) score = std::exp(score - top);
  }
  forward_.resize(size);
  backward_.resize(size);
  scale_.resize(size);
  for (size_t i = 0; i < size; ++i) {
    LabelScores& here = forward_[i];
    here.fill(0);
    for (uint8_t left = 0; left < kNameLabelCount; ++left) {
      const float before =
          i == 0 ? (left == kOutside ? 1.0F : 0.0F) : forward_[i - 1][left];
      for (size_t label = 0; label < kNameLabelCount; ++label) {
        here[label] += before * (*transitions_)[left][label];
      }
    }
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      here[label] *= scores_[i][label];
    }
    scale_[i] = normalise(here);
    log_sum_ += std::log(static_cast<double>(scale_[i]));
  }
  LabelScores after;
  for (size_t label = 0; label < kNameLabelCount; ++label) {
    after[label] = (*transitions_)[label][kOutside];
  }
  float end = 0;
  for (size_t label = 0; label < kNameLabelCount; ++label) {
    end += forward_[size - 1][label] * after[label];
  }
  log_sum_ += std::log(static_cast<double>(end));
  for (float& value : after) value /= end;
  for (size_t i = size; i-- > 0;) {
    backward_[i] = after;
    LabelScores weighted;
    for (size_t label = 0; label < kNameLabelCount; ++label) {
      weighted[label] = scores_[i][label] * after[label] / scale_[i];
    }
    for (size_t left = 0; left < kNameLabelCount; ++left) {
      float sum = 0;
      for (size_t label = 0; label < kNameLabelCount; ++label) {
        sum += (*transitions_)[left][label] * weighted[label];
      }
      after[left] = sum;
    }
  }
}

LabelScores LabelChain::marginals(size_t word) const {
  LabelScores chances;
  for (size_t label = 0; label < kNameLabelCount; ++label) {
    chances[label] = forward_[word][label] * backward_[word][label];
  }
  return chances;
}

float LabelChain::pair(size_t word, uint8_t left, uint8_t right) const {
  return forward_[word][left] * (*transitions_)[left][right] *
         scores_[word + 1][right] * backward_[word + 1][right] /
         scale_[word + 1];
}

std::vector<NameSpan> LabelChain::names_from(size_t first, uint8_t name_class,
                                             float threshold) const {
  std::vector<NameSpan> names;
  const auto add = [&](size_t last, float chance) {
    if (chance < threshold) return;
    names.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(last),
                     static_cast<NameClass>(name_class), chance});
  };
  const uint8_t inside = name_label(name_class, NamePart::kInside);
  const uint8_t end = name_label(name_class, NamePart::kLast);
  const uint8_t only = name_label(name_class, NamePart::kOnly);
  uint8_t left = name_label(name_class, NamePart::kBegin);
  add(first + 1, forward_[first][only] * backward_[first][only]);
  float begun = forward_[first][left];
  if (begun * backward_[first][left] < threshold) return names;
  for (size_t i = first + 1; i < size(); ++i) {
    const LabelScores& from = (*transitions_)[left];
    const float step = begun / scale_[i];
    add(i + 1, step * from[end] * scores_[i][end] * backward_[i][end]);
    begun = step * from[inside] * scores_[i][inside];
    if (begun * backward_[i][inside] < threshold) break;
    left = inside;
  }
  return names;
}

std::vector<NameSpan> likely_names(const LabelChain& chain, uint32_t offset,
                                   float threshold) {
  std::vector<NameSpan> candidates;
  for (size_t first = 0; first < chain.size(); ++first) {
    for (uint8_t name_class = 0; name_class < kNameClassCount; ++name_class) {
      const auto names = chain.names_from(first, name_class, threshold);
      candidates.insert(candidates.end(), names.begin(), names.end());
    }
  }
  std::ranges::stable_sort(candidates, std::greater(), &NameSpan::confidence);
  std::vector<bool> taken(chain.size());
  std::vector<NameSpan> names;
  for (NameSpan name : candidates) {
    const auto begin = taken.begin() + name.first;
    const auto end = taken.begin() + name.last;
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    name.first += offset;
    name.last += offset;
    names.push_back(name);
  }
  std::ranges::sort(names, {}, &NameSpan::first);
  return names;
}

}  // namespace models
