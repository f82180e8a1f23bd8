// Short texts, best first, found by what any of their words begins with
// (docs/search_format.md).

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/little_endian.h"
#include "text/span.h"

namespace search {

struct RankedText {
  std::string text;    // well-formed UTF-8, not empty
  uint64_t value = 0;  // what the text stands for
};

// `texts` come best first.
std::string encode_ranked_texts(std::span<const RankedText> texts);

// Reads bytes that outlive it. Safe for any number of threads.
class RankedTexts {
 public:
  struct Found {
    std::string_view text;
    uint64_t value = 0;
    text::Span match;  // bytes of the text: what was typed
  };

  RankedTexts() = default;
  // Throws StorageError if the bytes are not encode_ranked_texts()'s.
  explicit RankedTexts(std::string_view bytes);

  // The best `limit` texts in which a word, or any CJK character, begins what
  // `form`, a typing_form(), begins; each text once, those that are nothing but
  // `form` first, then best first. Takes about the logarithm of the number of
  // texts; of those that have the first 32 bytes of a longer form, only the
  // best 512 are looked at.
  std::vector<Found> find(std::string_view form, size_t limit) const;

 private:
  struct Range {
    size_t begin = 0;
    size_t end = 0;
  };
  std::string_view rest_of_text(uint32_t offset) const;
  bool is_before(size_t start, std::string_view form) const;
  bool begins(size_t start, std::string_view form) const;
  Range range_of(std::string_view form) const;
  std::vector<uint32_t> best_offsets(Range range, size_t limit) const;
  std::vector<uint32_t> whole_texts(Range range, std::string_view form) const;
  size_t text_at(uint32_t offset) const;

  NumberView<uint64_t> values_;
  NumberView<uint32_t> begins_;  // of each text in the letters; and the end
  NumberView<uint32_t> starts_;  // of words in the letters, by what follows
  NumberView<uint32_t> least_;   // of each kBlock starts
  std::string_view letters_;
};

}  // namespace search
