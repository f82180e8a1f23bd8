#include "text/minhash.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace text {
namespace {

constexpr size_t kShingle = 4;

// x -> (multiplier * x + addend) >> 32 (Dietzfelbinger's multiply-shift).
struct Permutation {
  uint64_t multiplier;  // odd
  uint64_t addend;

  uint32_t operator()(uint64_t x) const {
    return static_cast<uint32_t>((multiplier * x + addend) >> 32);
  }
};

constexpr uint64_t kGolden = 0x9E3779B97F4A7C15;

// SplitMix64: the n-th of a fixed sequence of well-mixed numbers.
constexpr uint64_t nth_number(uint64_t n) {
  uint64_t z = (n + 1) * kGolden;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

constexpr auto kPermutations = [] {
  std::array<Permutation, kSignatureSize> permutations{};
  for (size_t i = 0; i < kSignatureSize; ++i) {
    permutations[i] = {nth_number(2 * i) | 1, nth_number(2 * i + 1)};
  }
  return permutations;
}();

uint64_t hash(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

// The hashes of the words, and of the characters of CJK words.
std::vector<uint64_t> hash_units(std::string_view folded) {
  std::vector<uint64_t> units;
  for (const Word& word : find_words(folded)) {
    if (word.kind == WordKind::kPunctuation) continue;
    const auto bytes = slice(folded, word.span);
    if (word.kind == WordKind::kLetters || word.kind == WordKind::kNumber) {
      units.push_back(hash(bytes));
      continue;
    }
    for (size_t i = 0; i < bytes.size();) {
      const uint32_t size = code_point_at(bytes, i).size;
      units.push_back(hash(bytes.substr(i, size)));
      i += size;
    }
  }
  return units;
}

uint64_t hash_shingle(std::span<const uint64_t> units) {
  return XXH3_64bits(units.data(), units.size_bytes());
}

// The kSampleSize smallest, ascending, each once.
void keep_smallest(Sample& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  hashes.resize(std::min(hashes.size(), kSampleSize));
  hashes.shrink_to_fit();
}

}  // namespace

Sketch make_sketch(std::string_view utf8) {
  const std::vector<uint64_t> units = hash_units(fold(utf8));
  const size_t length = std::min(kShingle, units.size());
  Sketch sketch;
  sketch.signature.fill(std::numeric_limits<uint32_t>::max());
  for (size_t begin = 0; begin + length <= units.size(); ++begin) {
    const uint64_t shingle =
        hash_shingle(std::span(units).subspan(begin, length));
    for (size_t i = 0; i < kSignatureSize; ++i) {
      sketch.signature[i] =
          std::min(sketch.signature[i], kPermutations[i](shingle));
    }
    sketch.sample.push_back(static_cast<uint32_t>(shingle >> 32));
  }
  keep_smallest(sketch.sample);
  return sketch;
}

double resemblance(const Signature& a, const Signature& b) {
  size_t same = 0;
  for (size_t i = 0; i < kSignatureSize; ++i) same += a[i] == b[i] ? 1 : 0;
  return static_cast<double>(same) / kSignatureSize;
}

double sample_resemblance(std::span<const uint32_t> a,
                          std::span<const uint32_t> b) {
  // Of both texts together the smallest hashes are known as far as a full
  // sample of either goes.
  const bool is_part = a.size() == kSampleSize || b.size() == kSampleSize;
  const size_t known = is_part ? kSampleSize : a.size() + b.size();
  size_t all = 0;
  size_t both = 0;
  for (auto i = a.begin(), j = b.begin();
       all < known && (i != a.end() || j != b.end()); ++all) {
    const bool from_a = j == b.end() || (i != a.end() && *i <= *j);
    const bool from_b = i == a.end() || (j != b.end() && *j <= *i);
    both += from_a && from_b ? 1 : 0;
    i += from_a ? 1 : 0;
    j += from_b ? 1 : 0;
  }
  return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

}  // namespace text
