// How often classes follow each other: what clustering looks at most.

#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace training {

// n log n, from a table where n is small.
class EntropyTable {
 public:
  EntropyTable() : values_(kSize) {
    for (uint32_t n = 1; n < kSize; ++n) values_[n] = n * std::log(n);
  }
  double operator()(uint32_t n) const {
    return n < kSize ? values_[n] : n * std::log(n);
  }

 private:
  static constexpr uint32_t kSize = 1U << 18U;
  std::vector<double> values_;
};

// A square matrix of counts, kept by rows and by columns, so that both can be
// run through quickly.
class ClassCounts {
 public:
  explicit ClassCounts(uint32_t size)
      : size_(size),
        rows_(size * size_t{size}),
        columns_(size * size_t{size}) {}

  // `change` may be the two's complement of a decrease.
  void add(uint32_t first, uint32_t second, uint32_t change) {
    rows_[first * size_t{size_} + second] += change;
    columns_[second * size_t{size_} + first] += change;
  }
  uint32_t at(uint32_t first, uint32_t second) const {
    return row(first)[second];
  }
  // at(first, k) for every k, and at(k, second).
  const uint32_t* row(uint32_t first) const {
    return rows_.data() + first * size_t{size_};
  }
  const uint32_t* column(uint32_t second) const {
    return columns_.data() + second * size_t{size_};
  }
  uint32_t size() const { return size_; }

 private:
  uint32_t size_;
  std::vector<uint32_t> rows_;
  std::vector<uint32_t> columns_;
};

}  // namespace training
