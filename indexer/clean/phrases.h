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
  kAddress,       // `URL:`
  kSection,       // `Section:`
  kReadMore,      // a link's text
  kRelated,       // the heading of what is not the article
  kDisclaimer,    // how a disclaimer begins
  kContact,       // what stands before an address
  kTags,          // `Tags:`
  kRequest,       // how what a page asks its reader for begins
  kShortRequest,  // the same, where the text is short
  kMailHead,      // how what stands above a newsletter begins
  kMailFoot,      // how what stands below it begins
  kFirstOn,       // within what a feed puts below a text: where it is from
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

// The same, where each has several words, as `Marks and Spencer` have not.
std::vector<std::string> read_full_names(std::string_view line);

// The names that a line called a byline begins with, without what stands behind
// them: `By Ana Brook, Staff Writer | 6 May 2025`, `김하늘 기자 a@b.example`.
// Empty if it begins with no name.
std::vector<std::string> read_called_byline(std::string_view line);

// The names behind `By`, and that go no further than what read_called_byline()
// takes, or `作者：`, also where other labels stand on the line. Empty if it
// has neither, or is a sentence.
std::vector<std::string> read_labelled_authors(std::string_view line);

// The names in `By Jo Field and Ana Brook`; empty if `line` is no byline.
std::vector<std::string> read_byline(std::string_view line);

}  // namespace indexer
