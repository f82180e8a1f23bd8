// The fixed phrases of news pages, in several languages (phrase_forms.h).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

enum class Phrase : uint8_t {
  kTitle,         // `Title:`
  kPublished,     // `Published:`
  kSource,        // `Source:`
  kAuthor,        // `By:`
  kReadMore,      // a link's text
  kRelated,       // the heading of what is not the article
  kDisclaimer,    // how a disclaimer begins
  kContact,       // what stands before an address
  kTags,          // `Tags:`
  kRequest,       // how what a page asks its reader for begins
  kShortRequest,  // the same, where the text is short
};

// True if `line` is the phrase, with or without a colon.
bool is_phrase(std::string_view line, Phrase phrase);

// True if `line` begins with the phrase, and no word goes on behind it.
bool begins_with_phrase(std::string_view line, Phrase phrase);

// True if the phrase stands anywhere in `line`.
bool has_phrase(std::string_view line, Phrase phrase);

// What stands behind the phrase and its colon; nothing if `line` is not that.
std::optional<std::string_view> value_of(std::string_view line, Phrase phrase);

// The names in `Jo Field and Ana Brook`, with or without `By` (`Von`, `Par`,
// `Por`); empty if one of them can be no name.
std::vector<std::string> read_names(std::string_view line);

// The names in `By Jo Field and Ana Brook`; empty if `line` is no byline.
std::vector<std::string> read_byline(std::string_view line);

}  // namespace indexer
