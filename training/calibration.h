// How scores become probabilities.

#pragma once

#include <span>

#include "models/relation_classifier.h"

namespace training {

struct Outcome {
  double score = 0;
  bool right = false;
};

// The sigmoid under which the outcomes are likeliest (Platt 1999), each side
// smoothed as if one more example had been seen. The identity where all
// outcomes are alike.
models::Calibration calibrate(std::span<const Outcome> outcomes);

}  // namespace training
