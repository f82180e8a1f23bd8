#include "bench/shingle_pairs.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>

namespace bench {
namespace {

constexpr size_t kShingle = 4;
using Shingles = std::vector<uint64_t>;  // each once

bool is_word_byte(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80 ||
         (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::vector<uint64_t> hash_words(std::string_view text) {
  std::vector<uint64_t> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::hash<std::string>()(word));
    word.clear();
  };
  for (const char byte : text) {
    const char small =
        byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    if (is_word_byte(small)) {
      word += small;
    } else {
      finish();
    }
  }
  finish();
  return words;
}

Shingles find_shingles(std::string_view text) {
  const auto words = hash_words(text);
  Shingles shingles;
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t j = 0; j < kShingle; ++j) {
      hash = (hash ^ words[i + j]) * 0x9E3779B97F4A7C15;
      hash ^= hash >> 29;
    }
    shingles.push_back(hash);
  }
  std::ranges::sort(shingles);
  shingles.erase(std::ranges::unique(shingles).begin(), shingles.end());
  return shingles;
}

using Counts = std::unordered_map<uint64_t, uint32_t>;

Counts count_texts(const std::vector<Shingles>& texts) {
  Counts counts;
  for (const Shingles& shingles : texts) {
    for (const uint64_t shingle : shingles) ++counts[shingle];
  }
  return counts;
}

// The rarest shingles of a text, so many that a text that resembles it enough
// has one of them.
Shingles rarest(Shingles shingles, const Counts& counts, double least) {
  std::ranges::sort(shingles, {}, [&](uint64_t shingle) {
    return std::pair(counts.at(shingle), shingle);
  });
  const auto shared = static_cast<size_t>(
      std::ceil(least * static_cast<double>(shingles.size())));
  shingles.resize(shingles.empty() ? 0 : shingles.size() - shared + 1);
  return shingles;
}

double resemblance(const Shingles& a, const Shingles& b) {
  Shingles both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const auto common = static_cast<double>(both.size());
  return common / (static_cast<double>(a.size() + b.size()) - common);
}

}  // namespace

std::vector<Pair> find_resembling(const std::vector<std::string>& texts,
                                  double least) {
  std::vector<Shingles> shingles;
  for (const std::string& text : texts) shingles.push_back(find_shingles(text));
  const Counts counts = count_texts(shingles);
  std::unordered_map<uint64_t, std::vector<uint32_t>> texts_by_shingle;
  std::vector<Pair> pairs;
  for (uint32_t i = 0; i < texts.size(); ++i) {
    std::set<uint32_t> candidates;
    for (const uint64_t shingle : rarest(shingles[i], counts, least)) {
      auto& known = texts_by_shingle[shingle];
      candidates.insert(known.begin(), known.end());
      known.push_back(i);
    }
    for (const uint32_t j : candidates) {
      if (resemblance(shingles[i], shingles[j]) >= least) {
        pairs.emplace_back(j, i);
      }
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace bench
