// One page of a long answer.

#pragma once

#include <cstdint>

#include "server/api/json.h"
#include "server/parameters.h"

namespace server::api {

inline constexpr uint32_t kDefaultLimit = 20;
inline constexpr uint32_t kMaxLimit = 200;
inline constexpr uint32_t kMaxOffset = 10000;

struct Page {
  uint32_t offset = 0;
  uint32_t limit = kDefaultLimit;
};

// Ties a cursor to its question: differs where any parameter does but those
// that choose no articles (`limit`, `cursor`, `facet`, `histogram`).
uint32_t fingerprint(const Parameters& parameters);

// From `limit` and `cursor`. Throws BadRequest if either is none, or the cursor
// is of another question.
Page read_page(const Parameters& parameters);

// Adds how many there are at all: `total`, and `total_relation`, which is `gte`
// where that is a lower bound.
void set_total(Json& answer, uint64_t total, bool is_exact);

// Adds `next_cursor` to `answer`, which holds `page` of the answer to
// `parameters`, where there is a page after it.
void set_next_cursor(Json& answer, const Parameters& parameters,
                     const Page& page, bool has_more);

}  // namespace server::api
