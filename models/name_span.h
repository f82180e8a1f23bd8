// A name in a sentence.

#pragma once

#include <cstdint>

namespace models {

enum class NameClass : uint8_t { kPerson, kOrganization, kLocation, kOther };
inline constexpr int kNameClassCount = 4;

struct NameSpan {
  uint32_t first = 0;  // words [first, last) of the sentence
  uint32_t last = 0;
  NameClass name_class{};
  // 0..1: how likely span and class are right, measured on held-out text.
  float confidence = 0;
};

}  // namespace models
