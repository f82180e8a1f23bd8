// MinHash signatures: which articles tell the same story.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace text {

inline constexpr size_t kSignatureSize = 64;
using Signature = std::array<uint32_t, kSignatureSize>;

// The signature of the set of 4-word shingles (characters for CJK) of a body.
// Texts under 4 words share no signature with any other text but their equal.
// (Broder, "On the resemblance and containment of documents", 1997.)
Signature make_signature(std::string_view utf8);

// Estimates the Jaccard resemblance of the two shingle sets, 0..1, with a
// standard error of at most 0.0625.
double resemblance(const Signature& a, const Signature& b);

}  // namespace text
