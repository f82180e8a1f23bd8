// Word classes: words that occur in like company, learned from plain text by
// Brown clustering (Brown et al. 1992). A class is a path in a binary tree, so
// that a prefix of it is a coarser class.

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "models/model_file.h"

namespace models {

struct WordClass {
  uint32_t path = 0;   // its first step is the highest of `length` bits
  uint8_t length = 0;  // at most 31; 0: a word that was not seen

  // The first `bits` steps, marked with their number so that prefixes of
  // different lengths differ; the whole path if it is shorter. 0 if unseen.
  uint32_t prefix(uint8_t bits) const;

  bool operator==(const WordClass&) const = default;
};

// A word of the table of a file of classes (docs/models.md).
struct ClassSlot {
  uint32_t check = 0;  // upper half of the hash
  uint32_t entry = 0;  // index of its class and one; 0: empty slot
};

// The form in which words are looked up: digits are `0`, `’` is `'`.
std::string class_key(std::string_view word);

// FNV-1a (64 bits) of class_key(word), without making the key.
uint64_t class_hash(std::string_view word);

// Immutable: any number of threads may call find().
class WordClasses {
 public:
  // Throws InputError if the file is no model of word classes.
  explicit WordClasses(const std::filesystem::path& path);

  // Case counts; digits are read as `0` (`2025` as `0000`).
  WordClass find(std::string_view word) const;

 private:
  ModelFile file_;
  std::span<const ClassSlot> slots_;  // open addressing; a power of two
  std::span<const uint32_t> paths_;   // by class: WordClass::prefix(31)
};

}  // namespace models
