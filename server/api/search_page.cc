#include "server/api/search_page.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "server/error.h"

namespace server::api {
namespace {

constexpr size_t kNumberDigits = 8;
constexpr size_t kNumbers = 3;

struct Cursor {
  uint32_t generation = 0;
  uint32_t offset = 0;
  uint32_t question = 0;  // fingerprint()
};

// The three numbers in hexadecimal digits.
std::string write_cursor(const Cursor& cursor) {
  char text[kNumbers * kNumberDigits + 1];
  std::snprintf(text, sizeof text, "%08x%08x%08x", cursor.generation,
                cursor.offset, cursor.question);
  return text;
}

Cursor parse_cursor(const std::string& text) {
  std::array<uint32_t, kNumbers> numbers{};
  if (text.size() == kNumbers * kNumberDigits) {
    for (size_t i = 0; i < kNumbers; ++i) {
      const char* begin = text.data() + i * kNumberDigits;
      std::from_chars(begin, begin + kNumberDigits, numbers[i], 16);
    }
  }
  const Cursor cursor{numbers[0], numbers[1], numbers[2]};
  if (write_cursor(cursor) != text) {
    throw text::BadRequest("cursor: is damaged; ask for the first page anew");
  }
  return cursor;
}

}  // namespace

Page read_search_page(const Parameters& parameters,
                      generation::GenerationId generation) {
  Page page;
  page.limit = parameters.integer("limit", kDefaultLimit, {1, kMaxLimit});
  const auto text = parameters.one("cursor");
  if (!text) return page;
  const Cursor cursor = parse_cursor(*text);
  if (cursor.question != fingerprint(parameters) ||
      cursor.offset > kMaxSearchOffset) {
    throw text::BadRequest("cursor: is not one of this question");
  }
  if (cursor.generation != static_cast<uint32_t>(generation)) {
    throw Gone(
        "cursor: the archive was indexed anew since; ask for the first page "
        "anew");
  }
  page.offset = cursor.offset;
  return page;
}

void set_next_search_cursor(Json& answer, const Parameters& parameters,
                            const Page& page,
                            generation::GenerationId generation) {
  const uint32_t next = page.offset + page.limit;
  if (next > kMaxSearchOffset) return;
  answer["next_cursor"] = write_cursor(
      {static_cast<uint32_t>(generation), next, fingerprint(parameters)});
}

}  // namespace server::api
