// What the patterns of rules, over words and over trees, are made of.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/lexicon.h"

namespace extract {

enum class Role : uint8_t { kSource, kTarget, kOther };

// What a slot may hold: bits 1 << EntityType, or an office.
using TypeSet = uint16_t;
inline constexpr TypeSet kOfficeBit = 1U << 15U;

struct SlotName {
  Role role{};
  TypeSet types = 0;
};

// `S:company|facility`; empty if `word` is no slot. Throws InputError if it
// names an unknown type.
std::optional<SlotName> parse_slot(std::string_view word);

}  // namespace extract
