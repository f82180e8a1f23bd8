#include "text/utf8.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace text {
namespace {

constexpr size_t kBlock = 64;
constexpr char32_t kReplacement = 0xFFFD;

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

uint32_t count_beginnings(std::string_view bytes) {
  return static_cast<uint32_t>(
      std::count_if(bytes.begin(), bytes.end(), begins_character));
}

// What a first byte promises (Unicode Standard, table 3-7).
struct Lead {
  uint32_t size = 1;  // of the sequence; 0 if no sequence begins so
  unsigned char bits = 0;
  unsigned char second_min = 0x80;
  unsigned char second_max = 0xBF;
};

Lead classify_lead(unsigned char byte) {
  const auto bits = [&](int mask) {
    return static_cast<unsigned char>(byte & mask);
  };
  if (byte < 0x80) return {.size = 1, .bits = byte};
  if (byte < 0xC2 || byte > 0xF4) return {.size = 0};
  if (byte < 0xE0) return {.size = 2, .bits = bits(0x1F)};
  if (byte == 0xE0) return {.size = 3, .bits = bits(0x0F), .second_min = 0xA0};
  if (byte == 0xED) return {.size = 3, .bits = bits(0x0F), .second_max = 0x9F};
  if (byte < 0xF0) return {.size = 3, .bits = bits(0x0F)};
  if (byte == 0xF0) return {.size = 4, .bits = bits(0x07), .second_min = 0x90};
  if (byte == 0xF4) return {.size = 4, .bits = bits(0x07), .second_max = 0x8F};
  return {.size = 4, .bits = bits(0x07)};
}

struct Decoded {
  CodePoint code_point;
  bool well_formed = false;
};

// An ill-formed sequence is as long as it could still have become one.
Decoded decode(std::string_view bytes, size_t offset) {
  const Lead lead = classify_lead(static_cast<unsigned char>(bytes[offset]));
  if (lead.size == 0) return {{kReplacement, 1}, false};
  char32_t value = lead.bits;
  for (uint32_t i = 1; i < lead.size; ++i) {
    if (offset + i == bytes.size()) return {{kReplacement, i}, false};
    const auto byte = static_cast<unsigned char>(bytes[offset + i]);
    const unsigned min = i == 1 ? lead.second_min : 0x80;
    const unsigned max = i == 1 ? lead.second_max : 0xBF;
    if (byte < min || byte > max) return {{kReplacement, i}, false};
    value = value << 6 | (byte & 0x3F);
  }
  return {{value, lead.size}, true};
}

// The offset of the first ill-formed sequence from `offset` on, or the size.
size_t find_ill_formed(std::string_view bytes, size_t offset) {
  while (offset < bytes.size()) {
    const Decoded next = decode(bytes, offset);
    if (!next.well_formed) return offset;
    offset += next.code_point.size;
  }
  return bytes.size();
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  return find_ill_formed(bytes, 0) == bytes.size();
}

std::string make_valid_utf8(std::string_view bytes) {
  std::string valid;
  valid.reserve(bytes.size());
  size_t offset = 0;
  while (offset < bytes.size()) {
    const size_t bad = find_ill_formed(bytes, offset);
    valid += bytes.substr(offset, bad - offset);
    if (bad == bytes.size()) break;
    valid += encode_utf8(kReplacement);
    offset = bad + code_point_at(bytes, bad).size;
  }
  return valid;
}

CodePoint code_point_at(std::string_view utf8, size_t offset) {
  assert(offset < utf8.size());
  return decode(utf8, offset).code_point;
}

std::string encode_utf8(char32_t code_point) {
  const bool is_surrogate = 0xD800 <= code_point && code_point <= 0xDFFF;
  if (is_surrogate || code_point > 0x10FFFF) code_point = kReplacement;
  const auto trail = [&](int shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  };
  const auto lead = [&](unsigned mark, int shift) {
    return static_cast<char>(mark | code_point >> shift);
  };
  if (code_point < 0x80) return {lead(0, 0)};
  if (code_point < 0x800) return {lead(0xC0, 6), trail(0)};
  if (code_point < 0x10000) return {lead(0xE0, 12), trail(6), trail(0)};
  return {lead(0xF0, 18), trail(12), trail(6), trail(0)};
}

std::string_view cut_utf8(std::string_view utf8, size_t max_bytes) {
  if (utf8.size() <= max_bytes) return utf8;
  size_t end = max_bytes;
  while (end > 0 && !begins_character(utf8[end])) --end;
  return utf8.substr(0, end);
}

uint32_t count_code_points(std::string_view utf8) {
  return count_beginnings(utf8);
}

CodePointIndex::CodePointIndex(std::string_view utf8) : text_(utf8) {
  assert(utf8.size() <= std::numeric_limits<uint32_t>::max());
  code_points_before_.reserve(utf8.size() / kBlock + 2);
  code_points_before_.push_back(0);
  for (size_t begin = 0; begin < utf8.size(); begin += kBlock) {
    code_points_before_.push_back(code_points_before_.back() +
                                  count_beginnings(utf8.substr(begin, kBlock)));
  }
}

uint32_t CodePointIndex::code_point(uint32_t byte) const {
  if (byte >= text_.size()) return code_points_before_.back();
  const size_t block = byte / kBlock;
  const size_t begin = block * kBlock;
  // The character at `byte` has begun at `byte` or before it.
  return code_points_before_[block] +
         count_beginnings(text_.substr(begin, byte - begin + 1)) - 1;
}

uint32_t CodePointIndex::byte(uint32_t code_point) const {
  if (code_point >= code_points_before_.back()) {
    return static_cast<uint32_t>(text_.size());
  }
  const auto after = std::upper_bound(code_points_before_.begin(),
                                      code_points_before_.end(), code_point);
  const auto block =
      static_cast<size_t>(after - code_points_before_.begin() - 1);
  uint32_t left = code_point - code_points_before_[block];
  size_t byte = block * kBlock;
  while (!begins_character(text_[byte]) || left-- > 0) ++byte;
  return static_cast<uint32_t>(byte);
}

}  // namespace text
