// Word classes: words that occur in like company, learned from plain text by
// Brown clustering (Brown et al. 1992). A class is a path in a binary tree, so
// that a prefix of it is a coarser class.

#pragma once

#include <cstdint>
#include <string_view>

#include "models/model_file.h"

namespace models {

struct WordClass {
  uint32_t path = 0;   // its first step is the highest of `length` bits
  uint8_t length = 0;  // 0: a word that was not seen

  // The first `bits` steps, marked with their number so that prefixes of
  // different lengths differ; the whole path if it is shorter. 0 if unseen.
  uint32_t prefix(uint8_t bits) const;
};

class WordClasses {
 public:
  // Throws InputError if the file is no model of word classes.
  explicit WordClasses(const std::filesystem::path& path);

  // Case counts; digits are read as `0` (`2025` as `0000`).
  WordClass find(std::string_view word) const;

 private:
  ModelFile file_;
};

}  // namespace models
