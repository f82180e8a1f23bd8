// Words by what they hint at when names are read in Chinese, Japanese and
// Korean: names of people, places and organisations, titles, endings. A hit is
// a feature of the model, never a name by itself.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/cjk_token.h"

namespace models {

// Up to 16 kinds, numbered by the model that uses them.
struct Hint {
  std::string word;  // its tokens, without white space
  uint8_t kind = 0;
};

class NameHints {
 public:
  // A word or the beginning of one, as it stands in a model file.
  struct Entry {
    uint32_t check = 0;  // upper half of the hash
    uint16_t kinds = 0;  // a bit each; none for a mere beginning
    uint16_t used = 0;   // 0: empty
  };

  // Open addressing; the size is a power of two. Borrowed.
  explicit NameHints(std::span<const Entry> table) : table_(table) {}

  // The table of `hints`; the same hints in any order give the same table.
  static std::vector<Entry> build(std::vector<Hint> hints);

  struct Match {
    uint32_t size = 0;  // tokens
    uint16_t kinds = 0;
  };

  // The words that `tokens` begin with, shortest first; white space between
  // tokens does not count.
  std::vector<Match> find(std::span<const uint64_t> tokens) const;

  // What find() compares: a token, folded.
  static uint64_t symbol(const CjkToken& token);

  static constexpr size_t kMaxTokens = 24;

 private:
  const Entry* entry(uint64_t hash) const;

  std::span<const Entry> table_;
};

// The tokens of one of our own words: characters, runs of Latin letters.
std::vector<std::string_view> cut_hint(std::string_view utf8);

}  // namespace models
