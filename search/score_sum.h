// In which order Xapian 1.4 adds up what the words of a query score: sums of
// the same numbers in another order differ in their last bits.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace search {

class ScoreSum {
 public:
  // Of words that must all match, by how many articles of a segment have each.
  // Nothing where words are equally frequent and the order isn't known.
  static std::optional<ScoreSum> of_all(std::span<const uint64_t> frequencies);

  // The same for words any of which will do, of a segment of `articles`.
  static std::optional<ScoreSum> of_any(std::span<const uint64_t> frequencies,
                                        uint64_t articles);

  // `scores` by word, 0 of those that an article doesn't have; used up.
  double add_up(std::span<double> scores) const;

 private:
  size_t last_ = 0;  // the word at which the sum is at the end
  // The second is added to the first.
  std::vector<std::pair<size_t, size_t>> steps_;
};

}  // namespace search
