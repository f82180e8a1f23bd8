#include "search/champions.h"

#include <algorithm>
#include <limits>

namespace search {

namespace {

// The kChampionRanks least of the numbers that were added.
class Least {
 public:
  void add(uint32_t number) {
    const auto place = std::ranges::upper_bound(numbers_, number);
    if (numbers_.size() == kChampionRanks) {
      if (place == numbers_.end()) return;
      numbers_.insert(place, number);
      numbers_.pop_back();
    } else {
      numbers_.insert(place, number);
    }
  }

  // Up to kChampionRanks.
  size_t count_up_to(uint32_t number) const {
    const auto end = std::ranges::upper_bound(numbers_, number);
    return static_cast<size_t>(end - numbers_.begin());
  }

 private:
  std::vector<uint32_t> numbers_;
};

// Postings of one count: `postings` leaves those that champions can be, and
// `shorter` are the lengths of those that have the word more often.
class Level {
 public:
  Level(const Least& shorter, uint32_t flat_length,
        const std::vector<uint32_t>& newness)
      : shorter_(shorter), flat_length_(flat_length), newness_(newness) {}

  void add_to(std::vector<WordCount>& champions,
              std::vector<WordCount> postings) const {
    std::erase_if(postings, [&](const WordCount& posting) {
      return shorter_.count_up_to(posting.length) >= kChampionRanks;
    });
    std::ranges::sort(postings, [&](const WordCount& a, const WordCount& b) {
      if (a.length != b.length) return a.length < b.length;
      return newness_[a.document] > newness_[b.document];
    });
    Least older;  // ages of those before
    size_t before = 0;
    for (const WordCount& posting : postings) {
      const uint32_t age = age_of(posting);
      const size_t in_level =
          posting.length > flat_length_ ? before : older.count_up_to(age);
      if (in_level + shorter_.count_up_to(posting.length) < kChampionRanks) {
        champions.push_back(posting);
      }
      older.add(age);
      ++before;
    }
  }

 private:
  uint32_t age_of(const WordCount& posting) const {
    return std::numeric_limits<uint32_t>::max() - newness_[posting.document];
  }

  const Least& shorter_;
  uint32_t flat_length_;
  const std::vector<uint32_t>& newness_;
};

}  // namespace

std::vector<WordCount> choose_champions(std::vector<WordCount> postings,
                                        uint32_t flat_length,
                                        const std::vector<uint32_t>& newness) {
  std::ranges::sort(postings, std::ranges::greater(), &WordCount::count);
  std::vector<WordCount> champions;
  Least shorter;
  for (auto begin = postings.begin(); begin != postings.end();) {
    const auto end = std::find_if(begin, postings.end(), [&](const auto& one) {
      return one.count != begin->count;
    });
    Level(shorter, flat_length, newness).add_to(champions, {begin, end});
    for (; begin != end; ++begin) shorter.add(begin->length);
  }
  std::ranges::sort(champions);
  return champions;
}

}  // namespace search
