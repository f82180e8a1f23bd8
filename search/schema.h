// The terms, values and metadata of a segment (docs/search_format.md).

#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "text/article_id.h"
#include "text/timestamp.h"

namespace search {

// Raised with any change of docs/search_format.md; other versions are refused.
inline constexpr uint32_t kFormatVersion = 3;

// Words of title and body have no prefix. Analysed terms are folded, so that
// none begins with a capital letter of a prefix.
inline constexpr std::string_view kStemPrefix = "Z";
inline constexpr std::string_view kTitlePrefix = "S";
inline constexpr std::string_view kTitleStemPrefix = "ZS";
inline constexpr std::string_view kIdPrefix = "Q";
inline constexpr std::string_view kLanguagePrefix = "L";
inline constexpr std::string_view kKindPrefix = "XK";
inline constexpr std::string_view kEntityPrefix = "XE";
inline constexpr std::string_view kTypePrefix = "XT";         // of an entity
inline constexpr std::string_view kRelationPrefix = "XR";     // its type
inline constexpr std::string_view kSourcePrefix = "XSE";      // the whole name
inline constexpr std::string_view kSourceWordPrefix = "XSW";  // each word of it

// Orders articles by time, those without one first, then by id.
inline constexpr Xapian::valueno kOrderSlot = 0;
inline constexpr size_t kOrderTimeBytes = 5;

// `prefix` and `name`, at most 200 bytes: a longer name is cut at a character
// boundary and followed by its hash.
std::string make_filter_term(std::string_view prefix, std::string_view name);

std::string make_id_term(text::ArticleId id);
std::string make_source_term(std::string_view source);

// The value of kOrderSlot: kOrderTimeBytes of time, 8 bytes of id.
std::string encode_order(std::optional<text::Timestamp> published,
                         text::ArticleId id);
bool is_dated(std::string_view order);

// All articles, without weight. Xapian::Query::MatchAll is one object whose
// count of references is not safe to share between threads.
Xapian::Query make_all_query();

// The articles of a stretch of time, `to` exclusive; undated ones never match.
Xapian::Query make_time_query(std::optional<text::Timestamp> from,
                              std::optional<text::Timestamp> to);

// Marks a new segment with the versions of format and analysis.
void write_versions(Xapian::WritableDatabase& segment);

// Opens a finished segment. Throws StorageError if it is missing or damaged, or
// if its versions are not ours; the message names both.
Xapian::Database open_segment(const std::filesystem::path& directory);

}  // namespace search
