// The article that a request is about.

#pragma once

#include "generation/generation.h"
#include "server/parameters.h"
#include "text/article.h"

namespace server::api {

// The article whose id the parameter `id` is. Throws NotFound where there is
// none, text::BadRequest where the parameter is missing.
text::Article choose_article(const Parameters& parameters,
                             const generation::Generation& generation);

}  // namespace server::api
