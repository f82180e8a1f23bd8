// Dates as newspapers write them.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/timestamp.h"

namespace indexer {

struct PressDateContext {
  std::optional<text::Timestamp> crawled;  // what `17 hours ago` refers to
  // ISO 639-1. Chinese, Korean and Japanese pages mean the time of their
  // country where they name no zone, and Chinese ones also by `CST`; German,
  // French, Spanish and others write `05/12/2025` with the day first.
  std::string_view language;
};

// The first full date (and its time) in a short `text`: RFC 3339, RFC 822,
// `Dec 16, 2025 00:24`, `16 December 2025, 09:30 GMT+8`, `16/12/2025`,
// `2025年12月16日 08:30`, `2025. 12. 16. 오전 9:30`, `16. Dezember 2025, 9.30
// Uhr`, `16 décembre 2025 à 9h30`, `16 de diciembre de 2025`,
// `20251216T003000Z`, `Tue Dec 16 00:24:00 +0000 2025`; or, where the crawl
// time is known, a relative one. A time without zone is UTC unless `context`
// says otherwise; `ET` is that of the season. Nothing where there is none, it
// does not exist, is before 1600 or after 2100, or may mean two days
// (`05/12/2025`).
std::optional<text::Timestamp> parse_press_date(
    std::string_view text, const PressDateContext& context);

// True if `text` is nothing but a relative date: `17 hours ago`, `3시간 전`.
bool is_relative_date(std::string_view text);

}  // namespace indexer
