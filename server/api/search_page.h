// The pages of a search: as deep as one likes, while the archive and what
// curators judged of it stay the same.

#pragma once

#include "generation/generation.h"
#include "server/api/json.h"
#include "server/api/page.h"
#include "server/parameters.h"

namespace server::api {

// The deepest page begins here.
inline constexpr uint32_t kMaxSearchOffset = 100'000;

// As read_page(), of the generation that is asked. Throws Gone for a cursor of
// another one or of another state of the ledger, which may find other articles
// in another order.
Page read_search_page(const Parameters& parameters,
                      const generation::Generation& generation);

// As set_next_cursor().
void set_next_search_cursor(Json& answer, const Parameters& parameters,
                            const Page& page,
                            const generation::Generation& generation);

}  // namespace server::api
