#include "models/name_table.h"

#include <algorithm>
#include <bit>
#include <map>
#include <string>

#include "models/feature_weights.h"
#include "models/name_lists.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace models {
namespace {

// A slot: 18 bits of the hash, whether names go on, a bit for each list.
constexpr uint32_t kListBits = (1U << kNameListCount) - 1;
constexpr uint32_t kGoesOn = 1U << kNameListCount;
constexpr uint32_t kCheckBits = ~(kListBits | kGoesOn);

constexpr uint64_t kFirstHash = 0xCBF29CE484222325U;
constexpr uint64_t kHashFactor = 0x100000001B3U;
constexpr uint64_t kAnd = hash_of("and");

uint32_t check_of(uint64_t name) {
  return static_cast<uint32_t>(name >> 32U) & kCheckBits;
}

bool is_ascii(std::string_view word) {
  return std::ranges::none_of(word, [](char c) {
    return (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_cjk(char32_t value) {
  const text::Script script = text::script_of(value);
  return script == text::Script::kHan || script == text::Script::kKana ||
         script == text::Script::kHangul;
}

NameAtom ascii_casing(std::string_view word, uint32_t index) {
  const bool capital = std::ranges::any_of(word, is_upper);
  const bool letters = !word.empty() && is_lower(word[0]);
  return {.word = index, .capital = capital, .lower = letters && !capital};
}

NameAtom casing(std::string_view word, uint32_t index) {
  NameAtom atom = {.word = index};
  bool letters = false;
  for (size_t at = 0; at < word.size() && !atom.capital;) {
    const auto [value, size] = text::code_point_at(word, at);
    letters |= at == 0 && text::is_letter(value);
    atom.capital = text::is_upper(value) || is_cjk(value);
    at += size;
  }
  atom.lower = letters && !atom.capital;
  return atom;
}

char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// Appends the atoms of a word whose letters are folded but for their case.
void add_atoms(std::string_view folded, NameAtom atom,
               std::vector<NameAtom>& atoms) {
  if (folded == "'" || folded.empty()) return;
  if (folded == "&") {
    atom.hash = kAnd;
    atom.begins_word = atom.ends_word = true;
    atoms.push_back(atom);
    return;
  }
  const size_t first = atoms.size();
  bool dots_only = true;
  atom.hash = kFirstHash;
  const auto end_atom = [&] {
    if (atom.hash != kFirstHash) atoms.push_back(atom);
    atom.hash = kFirstHash;
  };
  for (const char c : folded) {
    if (c == '-') {
      end_atom();
      dots_only = false;
    } else if (c != '.') {
      atom.hash =
          (atom.hash ^ static_cast<unsigned char>(lower(c))) * kHashFactor;
    }
  }
  end_atom();
  if (atoms.size() > first) {
    atoms[first].begins_word = true;
    atoms.back().ends_word = true;
  } else if (dots_only) {  // a full stop: no name goes on
    atom.hash = 0;
    atoms.push_back(atom);
  }
}

}  // namespace

std::vector<NameAtom> name_atoms(Words words) {
  std::vector<NameAtom> atoms;
  atoms.reserve(words.size());
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (is_ascii(words[i])) {
      add_atoms(words[i], ascii_casing(words[i], i), atoms);
    } else {
      add_atoms(text::fold_name(words[i]), casing(words[i], i), atoms);
    }
  }
  return atoms;
}

uint64_t extend_name(uint64_t name, uint64_t atom) { return mix(name, atom); }

std::vector<uint32_t> build_name_table(std::span<const NameOfLists> names) {
  std::map<uint64_t, uint32_t> entries;
  for (const NameOfLists& name : names) {
    if (name.atoms.size() > kMaxNameAtoms) continue;
    uint64_t hash = 0;
    for (size_t i = 0; i < name.atoms.size(); ++i) {
      hash = extend_name(hash, name.atoms[i]);
      entries[hash] |= i + 1 == name.atoms.size() ? name.lists : kGoesOn;
    }
  }
  std::vector<uint32_t> slots(std::bit_ceil(entries.size() * 6 / 5 + 1));
  const size_t mask = slots.size() - 1;
  for (const auto& [hash, entry] : entries) {
    size_t at = hash & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = check_of(hash) | entry;
  }
  return slots;
}

NameTable::NameTable(std::span<const uint32_t> slots) : slots_(slots) {
  if (!std::has_single_bit(slots.size()) ||
      std::ranges::find(slots, 0U) == slots.end()) {
    throw text::InputError("a broken table of names");
  }
}

std::optional<NameTable::Entry> NameTable::find(uint64_t name) const {
  const uint32_t check = check_of(name);
  const size_t mask = slots_.size() - 1;
  for (size_t at = name & mask; slots_[at] != 0; at = (at + 1) & mask) {
    if ((slots_[at] & kCheckBits) != check) continue;
    return Entry{static_cast<NameListMask>(slots_[at] & kListBits),
                 (slots_[at] & kGoesOn) != 0};
  }
  return std::nullopt;
}

}  // namespace models
