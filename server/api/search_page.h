// The pages of a search: as deep as one likes, within one generation.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/api/page.h"
#include "server/parameters.h"

namespace server::api {

// The deepest page begins here.
inline constexpr uint32_t kMaxSearchOffset = 100'000;

// As read_page(), of the generation that is asked. Throws Gone for a cursor of
// another one, whose order of articles may be another.
Page read_search_page(const Parameters& parameters,
                      generation::GenerationId generation);

// As set_next_cursor().
void set_next_search_cursor(Json& answer, const Parameters& parameters,
                            const Page& page,
                            generation::GenerationId generation);

}  // namespace server::api
