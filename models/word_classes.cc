#include "models/word_classes.h"

#include <algorithm>
#include <bit>

#include "text/error.h"

namespace models {
namespace {

constexpr std::string_view kApostrophe = "’";

// Calls `visit` with each byte of the key of `word`.
template <typename Visit>
void for_key(std::string_view word, Visit visit) {
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= '0' && c <= '9') {
      visit('0');
    } else if (c == kApostrophe[0] && word.substr(i).starts_with(kApostrophe)) {
      visit('\'');
      i += kApostrophe.size() - 1;
    } else {
      visit(c);
    }
  }
}

WordClass unmarked(uint32_t path) {
  const auto length = static_cast<uint8_t>(std::bit_width(path) - 1);
  return {path ^ 1U << length, length};
}

}  // namespace

uint32_t WordClass::prefix(uint8_t bits) const {
  if (length == 0) return 0;
  const uint8_t size = std::min(bits, length);
  return 1U << size | path >> (length - size);
}

std::string class_key(std::string_view word) {
  std::string key;
  for_key(word, [&](char c) { key += c; });
  return key;
}

uint64_t class_hash(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325U;
  for_key(word, [&](char c) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  });
  return hash;
}

WordClasses::WordClasses(const std::filesystem::path& path)
    : file_(path, "classes"),
      slots_(file_.values<ClassSlot>("slots")),
      paths_(file_.values<uint32_t>("paths")) {
  const bool ends = std::ranges::any_of(
      slots_, [](const ClassSlot& slot) { return slot.entry == 0; });
  const bool inside = std::ranges::all_of(slots_, [&](const ClassSlot& slot) {
    return slot.entry <= paths_.size();
  });
  const bool marked = std::ranges::find(paths_, 0U) == paths_.end();
  if (!std::has_single_bit(slots_.size()) || !ends || !inside || !marked) {
    throw text::InputError(path.string() + ": a broken table of words");
  }
}

WordClass WordClasses::find(std::string_view word) const {
  const uint64_t hash = class_hash(word);
  const auto check = static_cast<uint32_t>(hash >> 32U);
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (slots_[at].check == check)
      return unmarked(paths_[slots_[at].entry - 1]);
  }
  return {};
}

}  // namespace models
