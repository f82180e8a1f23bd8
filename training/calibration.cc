#include "training/calibration.h"

#include <algorithm>
#include <cmath>

namespace training {

models::Calibration calibrate(std::span<const Outcome> outcomes) {
  const auto right = static_cast<double>(std::ranges::count_if(
      outcomes, [](const Outcome& o) { return o.right; }));
  const double wrong = static_cast<double>(outcomes.size()) - right;
  if (right == 0 || wrong == 0) return {};
  const double high = (right + 1) / (right + 2);
  const double low = 1 / (wrong + 2);
  constexpr int kSteps = 100;
  constexpr double kRidge = 1e-3;  // keeps the Hessian regular
  constexpr double kMaxStep = 0.5;
  double slope = 1;
  double offset = 0;
  for (int step = 0; step < kSteps; ++step) {
    double gradient_slope = 0;
    double gradient_offset = 0;
    double h11 = kRidge;
    double h12 = 0;
    double h22 = kRidge;
    for (const Outcome& outcome : outcomes) {
      const double p = 1 / (1 + std::exp(-slope * outcome.score - offset));
      const double miss = p - (outcome.right ? high : low);
      const double curve = p * (1 - p);
      gradient_slope += miss * outcome.score;
      gradient_offset += miss;
      h11 += curve * outcome.score * outcome.score;
      h12 += curve * outcome.score;
      h22 += curve;
    }
    const double determinant = h11 * h22 - h12 * h12;
    const double by_slope =
        (h22 * gradient_slope - h12 * gradient_offset) / determinant;
    const double by_offset =
        (h11 * gradient_offset - h12 * gradient_slope) / determinant;
    const double size = std::hypot(by_slope, by_offset);
    const double damping = size > kMaxStep ? kMaxStep / size : 1;
    slope -= damping * by_slope;
    offset -= damping * by_offset;
  }
  return {static_cast<float>(slope), static_cast<float>(offset)};
}

}  // namespace training
