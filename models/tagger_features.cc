#include "models/tagger_features.h"

#include <algorithm>
#include <cassert>

namespace models {
namespace {

constexpr Feature kCertain = 0x7461677365727465U;
constexpr size_t kMaxShape = 10;

constexpr bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

constexpr unsigned char shape_of(unsigned char c) {
  if (is_upper(c)) return 'X';
  if (is_lower(c)) return 'x';
  if (is_digit(c)) return '0';
  return c < 0x80 ? c : 'x';
}

constexpr unsigned char lower_of(unsigned char c) {
  if (is_upper(c)) return c + 32;
  return is_digit(c) ? '0' : c;
}

// Curly quotes and long dashes as they are typed, E2 80 90 to E2 80 9F; any
// other byte as it is. `size` bytes are read.
struct PlainByte {
  unsigned char byte = 0;
  size_t size = 1;
};

PlainByte plain_byte(std::string_view word, size_t at) {
  constexpr std::string_view kPlain = "------||''''\"\"\"\"";
  const auto byte = [&](size_t i) {
    return static_cast<unsigned char>(word[i]);
  };
  const bool is_mark = byte(at) == 0xE2 && at + 2 < word.size() &&
                       byte(at + 1) == 0x80 && byte(at + 2) >= 0x90 &&
                       byte(at + 2) <= 0x9F;
  if (!is_mark) return {byte(at), 1};
  return {static_cast<unsigned char>(kPlain[byte(at + 2) - 0x90]), 3};
}

// The last `count` bytes of four.
constexpr uint64_t last_bytes(uint32_t end, int count) {
  return end & (0xFFFFFFFFU >> (8 * (4 - count)));
}

constexpr uint64_t first_bytes(uint32_t start, int count) {
  return start >> (8 * (4 - count));
}

}  // namespace

TaggerWord look_at(std::string_view word, const WordClasses& classes) {
  TaggerWord seen;
  seen.form = hash_of({});
  seen.lower = seen.form;
  size_t shape_size = 0;
  unsigned char last_shape = 0;
  bool has_upper = false;
  size_t count = 0;
  for (size_t i = 0; i < word.size(); ++count) {
    const auto [c, size] = plain_byte(word, i);
    i += size;
    const unsigned char lower = lower_of(c);
    const unsigned char shape = shape_of(c);
    seen.form = (seen.form ^ (is_digit(c) ? '0' : c)) * 0x100000001B3U;
    seen.lower = (seen.lower ^ lower) * 0x100000001B3U;
    if (count < 4) {
      seen.start |= static_cast<uint32_t>(lower) << (24 - 8 * count);
    }
    seen.end = seen.end << 8U | lower;
    if (shape != last_shape && shape_size++ < kMaxShape) {
      seen.shape = mix(seen.shape, shape);
    }
    last_shape = shape;
    seen.has_lower |= is_lower(c);
    has_upper |= shape == 'X';
  }
  seen.capital = !word.empty() && is_upper(word.front());
  seen.upper = has_upper && !seen.has_lower;
  if (seen.upper && word.size() > 1) seen.shape = mix(seen.shape, 1);
  seen.word_class = classes.find(word);
  return seen;
}

Feature certain_feature(const TaggerWord& word) {
  return mix(kCertain, word.form);
}

TaggerFeatures::TaggerFeatures(std::span<const TaggerWord> words)
    : words_(words.size() + 2 * kMargin) {
  std::ranges::copy(words, words_.begin() + kMargin);
  // A headline in capitals: capitals tell nothing.
  all_upper_ = std::ranges::none_of(
      words, [](const TaggerWord& word) { return word.has_lower; });
}

std::span<const Feature> TaggerFeatures::at(size_t i, uint8_t previous,
                                            uint8_t before) {
  count_ = 0;
  template_ = 0;
  add_word(i);
  add_neighbours(i);
  add_classes(i);
  add_history(i, previous, before);
  if (word(i, 0).form != 0) add_form(i);
  return std::span(features_).first(count_);
}

void TaggerFeatures::add(uint64_t value) {
  assert(count_ < kMaxCount);
  features_[count_++] = mix(mix(0, ++template_), value);
}

void TaggerFeatures::add(uint64_t value, uint64_t other) {
  assert(count_ < kMaxCount);
  features_[count_++] = mix(mix(mix(0, ++template_), value), other);
}

void TaggerFeatures::add_word(size_t i) {
  const TaggerWord& w = word(i, 0);
  const uint64_t capitals = (w.capital ? 1U : 0U) | (i == 0 ? 2U : 0U) |
                            (w.upper ? 4U : 0U) | (all_upper_ ? 8U : 0U);
  add(capitals);
  add(w.shape);
  add(w.shape, i == 0 ? 1 : 0);
  add(last_bytes(w.end, 1), capitals);
  add(last_bytes(w.end, 2));
  add(last_bytes(w.end, 3));
  add(w.end);
  add(last_bytes(w.end, 3), capitals);
  add(first_bytes(w.start, 1));
  add(first_bytes(w.start, 2));
  add(first_bytes(w.start, 3));
  add(w.start);
}

void TaggerFeatures::add_neighbours(size_t i) {
  const TaggerWord& w = word(i, 0);
  const TaggerWord& left = word(i, -1);
  const TaggerWord& right = word(i, 1);
  add(left.lower);
  add(right.lower);
  add(word(i, -2).lower);
  add(word(i, 2).lower);
  add(left.lower, w.lower);
  add(w.lower, right.lower);
  add(left.lower, right.lower);
  add(right.lower, word(i, 2).lower);
  add(last_bytes(left.end, 3));
  add(last_bytes(right.end, 3));
  add(last_bytes(w.end, 3), last_bytes(right.end, 3));
  add(last_bytes(w.end, 3), right.lower);
  add((left.capital ? 1U : 0U) | (right.capital ? 2U : 0U) |
          (w.capital ? 4U : 0U),
      right.shape);
}

void TaggerFeatures::add_classes(size_t i) {
  const WordClass& own = word(i, 0).word_class;
  const WordClass& left = word(i, -1).word_class;
  const WordClass& right = word(i, 1).word_class;
  const WordClass& second = word(i, 2).word_class;
  add(own.prefix(4));
  add(own.prefix(6));
  add(own.prefix(10));
  add(own.prefix(32));
  add(left.prefix(32));
  add(right.prefix(32));
  add(right.prefix(6));
  add(second.prefix(10));
  add(left.prefix(10), own.prefix(10));
  add(own.prefix(10), right.prefix(10));
  add(own.prefix(6), right.prefix(6));
  add(right.prefix(10), second.prefix(10));
}

void TaggerFeatures::add_history(size_t i, uint8_t previous, uint8_t before) {
  const TaggerWord& w = word(i, 0);
  const TaggerWord& right = word(i, 1);
  const uint64_t both = previous << 8U | before;
  add(previous);
  add(both);
  add(previous, w.lower);
  add(previous, right.lower);
  add(both, w.lower);
  add(previous, last_bytes(w.end, 3));
  add(both, last_bytes(w.end, 2));
  add(previous, w.word_class.prefix(32));
  add(both, w.word_class.prefix(6));
  add(previous, right.word_class.prefix(10));
  add(previous, w.shape);
}

void TaggerFeatures::add_form(size_t i) {
  const TaggerWord& w = word(i, 0);
  add(w.lower);
  add(w.form);
  add(w.lower, i == 0 ? 1 : 0);
}

}  // namespace models
