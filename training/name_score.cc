#include "training/name_score.h"

#include <algorithm>

namespace training {

using models::NameClass;

namespace {

bool is_right(const models::NameSpan& span, std::span<const MarkedName> truth) {
  const MarkedName name{span.first, span.last, span.name_class};
  return std::ranges::find(truth, name) != truth.end();
}

}  // namespace

double NameScore::precision() const {
  return right == 0
             ? 0
             : static_cast<double>(right) / static_cast<double>(right + wrong);
}

double NameScore::recall() const {
  return right == 0
             ? 0
             : static_cast<double>(right) / static_cast<double>(right + missed);
}

double NameScore::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

NameScore NameScores::all() const {
  NameScore sum;
  for (const NameScore& score : classes) {
    sum.right += score.right;
    sum.wrong += score.wrong;
    sum.missed += score.missed;
  }
  return sum;
}

void NameScores::add(std::span<const MarkedName> truth,
                     std::span<const models::NameSpan> found) {
  const auto score_of = [&](NameClass name_class) -> NameScore* {
    const auto index = static_cast<size_t>(name_class);
    return index < classes.size() ? &classes[index] : nullptr;
  };
  for (const MarkedName& name : truth) {
    if (NameScore* score = score_of(name.name_class)) ++score->missed;
  }
  for (const models::NameSpan& span : found) {
    NameScore* score = score_of(span.name_class);
    if (score == nullptr) continue;
    if (is_right(span, truth)) {
      ++score->right;
      --score->missed;
    } else {
      ++score->wrong;
    }
  }
}

double Reliability::Bin::mean() const {
  return sum / static_cast<double>(count);
}

double Reliability::Bin::right() const {
  return static_cast<double>(right_count) / static_cast<double>(count);
}

void Reliability::add(std::span<const MarkedName> truth,
                      std::span<const models::NameSpan> found) {
  for (const models::NameSpan& span : found) {
    if (span.name_class == NameClass::kOther) continue;
    const auto bin = static_cast<size_t>(span.confidence * 10);
    Bin& counted = bins_[std::min(bin, bins_.size() - 1)];
    ++counted.count;
    counted.sum += static_cast<double>(span.confidence);
    if (is_right(span, truth)) ++counted.right_count;
  }
}

}  // namespace training
