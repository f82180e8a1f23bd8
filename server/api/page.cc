#include "server/api/page.h"

#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace server::api {
namespace {

constexpr size_t kCursorDigits = 16;

// What they ask for beside a page makes no difference to the pages.
constexpr std::string_view kBesidePage[] = {"cursor", "limit", "facet",
                                            "histogram"};

// The offset, then the fingerprint, in hexadecimal digits.
std::string write_cursor(uint32_t offset, const Parameters& parameters) {
  char cursor[kCursorDigits + 1];
  std::snprintf(cursor, sizeof cursor, "%08x%08x", offset,
                fingerprint(parameters));
  return cursor;
}

uint32_t read_cursor(const std::string& cursor, const Parameters& parameters) {
  uint32_t offset = 0;
  if (cursor.size() == kCursorDigits) {
    std::from_chars(cursor.data(), cursor.data() + 8, offset, 16);
  }
  if (offset > kMaxOffset || write_cursor(offset, parameters) != cursor) {
    throw text::BadRequest("cursor: is not one of this question");
  }
  return offset;
}

}  // namespace

uint32_t fingerprint(const Parameters& parameters) {
  std::string question;
  for (const auto& [name, values] : parameters.values()) {
    if (std::ranges::find(kBesidePage, name) != std::end(kBesidePage)) continue;
    for (const std::string& value : values) {
      question += name + '\0' + value + '\0';
    }
  }
  return static_cast<uint32_t>(XXH3_64bits(question.data(), question.size()));
}

Page read_page(const Parameters& parameters) {
  Page page;
  page.limit = parameters.integer("limit", kDefaultLimit, {1, kMaxLimit});
  if (const auto cursor = parameters.one("cursor")) {
    page.offset = read_cursor(*cursor, parameters);
  }
  return page;
}

void set_total(Json& answer, uint64_t total, bool is_exact) {
  answer["total"] = total;
  answer["total_relation"] = is_exact ? "eq" : "gte";
}

void set_next_cursor(Json& answer, const Parameters& parameters,
                     const Page& page, bool has_more) {
  const uint32_t next = page.offset + page.limit;
  if (!has_more || next > kMaxOffset) return;
  answer["next_cursor"] = write_cursor(next, parameters);
}

}  // namespace server::api
