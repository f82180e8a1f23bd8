// The table behind the name lists: every beginning of every name, by the hash
// of its atoms.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/sentence.h"

namespace models {

// What counts of a word when names are compared: folded, without full stops,
// hyphens and apostrophes that stand alone; `zinc-rich` is two atoms, `Inc.`
// is `inc`, `&` is `and`.
struct NameAtom {
  uint64_t hash = 0;  // 0: no name goes on here
  uint32_t word = 0;
  bool begins_word = false;
  bool ends_word = false;
  bool capital = false;  // its word has a capital or is CJK
  bool lower = false;    // its word is written in lower case
};

// The atoms of a sentence, in order. Linear.
std::vector<NameAtom> name_atoms(Words words);

// The hash of the atoms of a name so far and one more; of none it is 0.
uint64_t extend_name(uint64_t name, uint64_t atom);

inline constexpr size_t kMaxNameAtoms = 12;

using NameListMask = uint16_t;  // bit n: NameList n

// A name on its way into the table.
struct NameOfLists {
  std::vector<uint64_t> atoms;
  NameListMask lists = 0;
};

// The slots that NameTable reads; the same names in any order give the same.
// Names of more than kMaxNameAtoms atoms are left out.
std::vector<uint32_t> build_name_table(std::span<const NameOfLists> names);

class NameTable {
 public:
  // Borrows `slots`. Throws InputError if they can't be a table.
  explicit NameTable(std::span<const uint32_t> slots);

  struct Entry {
    NameListMask lists = 0;  // those that have a name of exactly these atoms
    bool goes_on = false;    // longer names begin so
  };

  // By extend_name(). One unknown name in 50,000 is taken for a known one.
  std::optional<Entry> find(uint64_t name) const;

 private:
  std::span<const uint32_t> slots_;  // open addressing; a power of two
};

}  // namespace models
