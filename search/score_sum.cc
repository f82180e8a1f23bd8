#include "search/score_sum.h"

#include <algorithm>

namespace search {

namespace {

struct Part {
  uint64_t frequency = 0;
  size_t word = 0;
};

std::vector<Part> make_parts(std::span<const uint64_t> frequencies) {
  std::vector<Part> parts;
  for (size_t word = 0; word < frequencies.size(); ++word) {
    if (frequencies[word] > 0) parts.push_back({frequencies[word], word});
  }
  std::ranges::sort(parts, {}, &Part::frequency);
  return parts;
}

// Xapian's estimate of how many of `articles` have one or the other.
uint64_t count_either(const Part& one, const Part& other, uint64_t articles) {
  const auto a = static_cast<double>(one.frequency);
  const auto b = static_cast<double>(other.frequency);
  return static_cast<uint64_t>(a + b - a * b / static_cast<double>(articles) +
                               0.5);
}

}  // namespace

// Xapian's MultiAndPostList: the rarest first.
std::optional<ScoreSum> ScoreSum::of_all(
    std::span<const uint64_t> frequencies) {
  const auto parts = make_parts(frequencies);
  ScoreSum sum;
  if (!parts.empty()) sum.last_ = parts.front().word;
  for (size_t i = 1; i < parts.size(); ++i) {
    if (i > 1 && parts[i].frequency == parts[i - 1].frequency) return {};
    sum.steps_.emplace_back(parts.front().word, parts[i].word);
  }
  return sum;
}

// Xapian's OrContext: the two rarest again and again, as in a Huffman code.
std::optional<ScoreSum> ScoreSum::of_any(std::span<const uint64_t> frequencies,
                                         uint64_t articles) {
  auto parts = make_parts(frequencies);
  ScoreSum sum;
  while (parts.size() > 1) {
    if (parts.size() > 2 && parts[1].frequency == parts[2].frequency) return {};
    sum.steps_.emplace_back(parts[1].word, parts[0].word);
    parts[1].frequency = count_either(parts[1], parts[0], articles);
    parts.erase(parts.begin());
    std::ranges::sort(parts, {}, &Part::frequency);
  }
  if (!parts.empty()) sum.last_ = parts.front().word;
  return sum;
}

double ScoreSum::add_up(std::span<double> scores) const {
  for (const auto& [to, from] : steps_) scores[to] += scores[from];
  return scores[last_];
}

}  // namespace search
