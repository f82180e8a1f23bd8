// What the name models for Chinese, Japanese and Korean see of each token.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/cjk_token.h"
#include "models/feature_weights.h"
#include "models/name_hints.h"

namespace models {

// The features of one sentence, or of a part of it. Linear in its tokens.
class CjkFeatures {
 public:
  // `hints` is borrowed during the construction only.
  CjkFeatures(std::span<const CjkToken> tokens, const NameHints& hints);

  // The features of token `i`; valid until the next call.
  std::span<const Feature> at(size_t i);

 private:
  enum class Script : uint8_t { kHangul, kHan, kKana, kLatin, kDigit, kMark };

  // A run of letters and digits without space: tokens [first, last), the
  // Korean particles that end it begin at `stem`.
  struct Word {
    uint32_t first = 0;
    uint32_t stem = 0;
    uint32_t last = 0;
  };
  // A hint that covers a token.
  struct Cover {
    uint16_t kinds = 0;
    uint8_t place = 0;  // begins, inside, ends, is all of it
    uint8_t size = 0;
  };

  void read_tokens(std::span<const CjkToken> tokens);
  void read_words(const NameHints& hints);
  void read_hints(const NameHints& hints);
  void cover(size_t first, const NameHints::Match& match);

  uint64_t symbol(int64_t i) const;
  uint64_t gram(int64_t first, int64_t last) const;
  uint64_t span_hash(uint32_t first, uint32_t last) const;
  void push(uint32_t kind, uint64_t value);
  void push_characters(int64_t i);
  void push_scripts(int64_t i);
  void push_word(size_t i);
  void push_neighbours(size_t i);
  void push_hints(size_t i);

  std::vector<uint64_t> symbols_;
  std::vector<char32_t> letters_;  // 0 for what is no single character
  std::vector<Script> scripts_;
  std::vector<bool> spaces_;       // before the token
  std::vector<uint32_t> word_of_;  // index into words_
  std::vector<Word> words_;
  std::vector<std::vector<Cover>> covers_;
  std::vector<uint16_t> begins_;  // kinds of the hints that begin here
  std::vector<uint16_t> ends_;    // kinds of the hints that end before here
  bool korean_ = false;
  std::vector<Feature> features_;
};

}  // namespace models
