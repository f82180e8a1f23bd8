// When a page says it was published.

#pragma once

#include <optional>
#include <string>

#include "indexer/clean/markup.h"
#include "indexer/clean/page_facts.h"
#include "indexer/clean/press_date.h"
#include "text/timestamp.h"

namespace indexer {

// Of JSON-LD, <meta>, microdata, <time>, the lines around the headline and the
// address, `url`, the first that tells a date no day later than the crawl.
std::optional<text::Timestamp> published_of(const Markup& page,
                                            const PageFacts& facts,
                                            const std::string& url,
                                            const PressDateContext& context);

// Of JSON-LD, <meta> and microdata.
std::optional<text::Timestamp> modified_of(const PageFacts& facts,
                                           const PressDateContext& context);

// The date in the dateline that an article's `body` begins with: `WESTPORT, May
// 6, 2025 /PRNewswire/ --`.
std::optional<text::Timestamp> date_in_dateline(
    std::string_view body, const PressDateContext& context);

}  // namespace indexer
