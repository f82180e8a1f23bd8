// Teasers of other articles below an article.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/clean/press_date.h"
#include "text/article.h"

namespace indexer {

// The teasers in `lines`: a title, often repeated, with its longest text and a
// date. Each title once, as a brief with title, body and date only. Titles
// that have neither text nor date are links and left out.
std::vector<text::Article> read_teasers(std::span<const std::string> lines,
                                        const PressDateContext& context);

}  // namespace indexer
