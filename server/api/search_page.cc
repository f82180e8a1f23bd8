#include "server/api/search_page.h"

#include <xxhash.h>

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
  uint32_t state = 0;  // state_of()
  uint32_t offset = 0;
  uint32_t question = 0;  // fingerprint()
};

// Tells apart the generations and what the ledger said over them.
uint32_t state_of(const generation::Generation& generation) {
  const std::string state = to_string(generation.id()) + '\0' +
                            generation.manifest().created + '\0' +
                            generation.ledger_stamp();
  return static_cast<uint32_t>(XXH3_64bits(state.data(), state.size()));
}

// The three numbers in hexadecimal digits.
std::string write_cursor(const Cursor& cursor) {
  char text[kNumbers * kNumberDigits + 1];
  std::snprintf(text, sizeof text, "%08x%08x%08x", cursor.state, cursor.offset,
                cursor.question);
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
                      const generation::Generation& generation) {
  Page page;
  page.limit = parameters.integer("limit", kDefaultLimit, {1, kMaxLimit});
  const auto text = parameters.one("cursor");
  if (!text) return page;
  const Cursor cursor = parse_cursor(*text);
  if (cursor.question != fingerprint(parameters) ||
      cursor.offset > kMaxSearchOffset) {
    throw text::BadRequest("cursor: is not one of this question");
  }
  if (cursor.state != state_of(generation)) {
    throw Gone(
        "cursor: the archive or what curators judged of it changed since; ask "
        "for the first page anew");
  }
  page.offset = cursor.offset;
  return page;
}

void set_next_search_cursor(Json& answer, const Parameters& parameters,
                            const Page& page,
                            const generation::Generation& generation) {
  const uint32_t next = page.offset + page.limit;
  if (next > kMaxSearchOffset) return;
  answer["next_cursor"] =
      write_cursor({state_of(generation), next, fingerprint(parameters)});
}

}  // namespace server::api
