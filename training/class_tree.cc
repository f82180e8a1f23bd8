#include "training/class_tree.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "training/class_counts.h"

namespace training {
namespace {

constexpr int kMaxDepth = 31;

struct Merge {
  uint32_t left = 0;
  uint32_t right = 0;
};

class Tree {
 public:
  Tree(const ClassRequest& request, std::span<const Bigram> bigrams,
       std::span<const uint32_t> class_of)
      : fixed_(request.fixed_count),
        size_(request.fixed_count + request.class_count),
        counts_(size_),
        totals_(size_),
        losses_(size_ * size_t{size_}),
        alive_(size_) {
    std::iota(alive_.begin(), alive_.end(), 0);
    for (const auto& [first, second, count] : bigrams) {
      counts_.add(class_of[first], class_of[second], count);
      totals_[class_of[second]] += count;
    }
  }

  std::vector<uint32_t> paths() {
    find_losses();
    std::vector<Merge> merges;
    while (alive_.size() > fixed_ + 1) {
      merges.push_back(cheapest());
      merge(merges.back());
    }
    return paths_of(merges);
  }

 private:
  // What the pair (i, j) loses in the cells that it shares with x when it
  // becomes one class. Cells with i or j themselves are in own_loss().
  double loss_at(uint32_t i, uint32_t j, uint32_t x) const {
    const uint32_t* const column = counts_.column(x);
    const uint32_t* const row = counts_.row(x);
    return f_(column[i]) + f_(column[j]) - f_(column[i] + column[j]) +
           f_(row[i]) + f_(row[j]) - f_(row[i] + row[j]);
  }

  double own_loss(uint32_t i, uint32_t j) const {
    const uint32_t ii = counts_.at(i, i), ij = counts_.at(i, j),
                   ji = counts_.at(j, i), jj = counts_.at(j, j);
    return f_(ii) + f_(ij) + f_(ji) + f_(jj) - f_(ii + ij + ji + jj) -
           2 * (f_(totals_[i]) + f_(totals_[j]) - f_(totals_[i] + totals_[j]));
  }

  double& loss(uint32_t i, uint32_t j) {
    return losses_[i * size_t{size_} + j];
  }

  // losses_ holds, for every pair i < j, the sum of loss_at() over the others.
  void find_losses() {
    for (uint32_t i = fixed_; i < size_; ++i) {
      for (uint32_t j = i + 1; j < size_; ++j) loss(i, j) = sum_of(i, j);
    }
  }

  double sum_of(uint32_t i, uint32_t j) const {
    double sum = 0;
    for (const uint32_t x : alive_) {
      if (x != i && x != j) sum += loss_at(i, j, x);
    }
    return sum;
  }

  Merge cheapest() {
    Merge best;
    double least = std::numeric_limits<double>::infinity();
    for (size_t a = fixed_; a < alive_.size(); ++a) {
      for (size_t b = a + 1; b < alive_.size(); ++b) {
        const uint32_t i = alive_[a], j = alive_[b];
        const double lost = loss(i, j) + own_loss(i, j);
        if (lost < least) {
          best = {i, j};
          least = lost;
        }
      }
    }
    return best;
  }

  // The left class becomes both; the right one is gone.
  void merge(const Merge& merge) {
    const auto [left, right] = merge;
    std::erase(alive_, right);
    for_other_pairs(left, [&](uint32_t i, uint32_t j) {
      loss(i, j) -= loss_at(i, j, left) + loss_at(i, j, right);
    });
    pour(right, left);
    for_other_pairs(left, [&](uint32_t i, uint32_t j) {
      loss(i, j) += loss_at(i, j, left);
    });
    for (const uint32_t other : std::span(alive_).subspan(fixed_)) {
      if (other == left) continue;
      loss(std::min(left, other), std::max(left, other)) = sum_of(left, other);
    }
  }

  template <typename Visit>
  void for_other_pairs(uint32_t without, Visit visit) {
    for (size_t a = fixed_; a < alive_.size(); ++a) {
      if (alive_[a] == without) continue;
      for (size_t b = a + 1; b < alive_.size(); ++b) {
        if (alive_[b] != without) visit(alive_[a], alive_[b]);
      }
    }
  }

  void pour(uint32_t from, uint32_t to) {
    const uint32_t both =
        counts_.at(from, from) + counts_.at(from, to) + counts_.at(to, from);
    for (const uint32_t x : alive_) {
      if (x == to) continue;
      counts_.add(to, x, counts_.at(from, x));
      counts_.add(x, to, counts_.at(x, from));
    }
    counts_.add(to, to, both);
    totals_[to] += totals_[from];
  }

  std::vector<uint32_t> paths_of(const std::vector<Merge>& merges) const {
    std::vector<std::vector<uint32_t>> members(size_);
    for (uint32_t i = 0; i < size_; ++i) members[i] = {i};
    std::vector<std::vector<bool>> steps(size_);  // from the leaf upwards
    for (const auto& [left, right] : merges) {
      for (const uint32_t leaf : members[left]) steps[leaf].push_back(false);
      for (const uint32_t leaf : members[right]) steps[leaf].push_back(true);
      members[left].insert(members[left].end(), members[right].begin(),
                           members[right].end());
    }
    std::vector<uint32_t> paths(size_, 1);
    for (uint32_t i = 0; i < size_; ++i) {
      int depth = 0;
      for (auto step = steps[i].rbegin();
           step != steps[i].rend() && depth < kMaxDepth; ++step, ++depth) {
        paths[i] = paths[i] << 1U | (*step ? 1U : 0U);
      }
    }
    return paths;
  }

  uint32_t fixed_;
  uint32_t size_;
  ClassCounts counts_;
  std::vector<uint32_t> totals_;
  std::vector<double> losses_;
  std::vector<uint32_t> alive_;  // ascending
  EntropyTable f_;
};

}  // namespace

std::vector<uint32_t> find_paths(const ClassRequest& request,
                                 std::span<const Bigram> bigrams,
                                 std::span<const uint32_t> class_of) {
  return Tree(request, bigrams, class_of).paths();
}

}  // namespace training
