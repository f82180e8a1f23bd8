// Sketches of texts: which articles tell the same story.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace text {

inline constexpr size_t kSignatureSize = 64;
using Signature = std::array<uint32_t, kSignatureSize>;

// Of a longer text so many of its shingles are known.
inline constexpr size_t kSampleSize = 256;
using Sample = std::vector<uint32_t>;

// What is kept of the set of a text's shingles: its 4 words in a row, or 4
// characters in CJK. Texts under 4 words share nothing with any other text but
// their equal.
struct Sketch {
  // Fit to look for texts that may resemble this one (Broder, "On the
  // resemblance and containment of documents", 1997).
  Signature signature{};
  // Fit to tell whether they do: the kSampleSize smallest hashes of shingles,
  // ascending, each once; all of a text that has no more.
  Sample sample;

  bool operator==(const Sketch&) const = default;
};

Sketch make_sketch(std::string_view utf8);

// Estimates the Jaccard resemblance of the two shingle sets, 0..1, with a
// standard error of at most 0.0625.
double resemblance(const Signature& a, const Signature& b);

// The same from samples: exact where neither text has more shingles than a
// sample holds, otherwise with a standard error of at most 0.032 (bottom-k
// sketches: Cohen and Kaplan 2007).
double sample_resemblance(std::span<const uint32_t> a,
                          std::span<const uint32_t> b);

}  // namespace text
