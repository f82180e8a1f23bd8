#include "text/simplify.h"

#include <array>
#include <atomic>
#include <opencc/SimpleConverter.hpp>

#include "text/utf8.h"

namespace text {
namespace {

// The blocks of common characters.
constexpr char32_t kFirst = 0x3400;
constexpr char32_t kEnd = 0xA000;

char32_t convert(char32_t character) {
  static const opencc::SimpleConverter converter("t2s.json");
  const std::string simplified = converter.Convert(encode_utf8(character));
  const CodePoint first = code_point_at(simplified, 0);
  return first.size == simplified.size() ? first.value : character;
}

// What each character becomes; 0 until it is asked for. Threads that ask for
// one at the same time write the same.
char32_t simplified(char32_t character) {
  static std::array<std::atomic<char32_t>, kEnd - kFirst> known{};
  auto& entry = known[character - kFirst];
  char32_t result = entry.load(std::memory_order_relaxed);
  if (result == 0) {
    result = convert(character);
    entry.store(result, std::memory_order_relaxed);
  }
  return result;
}

}  // namespace

std::string simplify(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    const CodePoint next = code_point_at(utf8, i);
    if (next.value >= kFirst && next.value < kEnd) {
      result += encode_utf8(simplified(next.value));
    } else {
      result += utf8.substr(i, next.size);
    }
    i += next.size;
  }
  return result;
}

}  // namespace text
