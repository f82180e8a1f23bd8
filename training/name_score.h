// How well names are found: exact span and class, of people, organisations
// and places.

#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "training/name_sets.h"

namespace training {

struct NameScore {
  size_t right = 0;
  size_t wrong = 0;
  size_t missed = 0;

  double precision() const;
  double recall() const;
  double f1() const;
};

struct NameScores {
  std::array<NameScore, 3> classes;

  NameScore all() const;
  void add(std::span<const MarkedName> truth,
           std::span<const models::NameSpan> found);
};

// How often names are right by how sure the tagger is of them.
class Reliability {
 public:
  struct Bin {
    size_t count = 0;
    size_t right_count = 0;
    double sum = 0;  // of confidence

    double mean() const;
    double right() const;
  };

  void add(std::span<const MarkedName> truth,
           std::span<const models::NameSpan> found);
  std::span<const Bin> bins() const { return bins_; }

 private:
  std::array<Bin, 10> bins_;
};

}  // namespace training
