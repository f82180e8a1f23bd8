// White space, lines and paragraphs of plain text.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// `utf8` with every run of white space and control characters made one space,
// none at its ends, and without zero-width spaces and soft hyphens. A single
// ideographic space, which parts Japanese headlines, stays.
std::string collapse_space(std::string_view utf8);

// The lines of `utf8`, collapsed; empty ones are kept, as the breaks that they
// are.
std::vector<std::string> split_lines(std::string_view utf8);

// The paragraphs of lines that were only wrapped: parted by empty ones.
std::vector<std::string> unwrap(std::string_view utf8);

// Separated by one empty line.
std::string join_paragraphs(const std::vector<std::string>& paragraphs);

// True if `utf8` has a letter of Chinese, Japanese or Korean script.
bool has_cjk(std::string_view utf8);

// True if `utf8` ends as a sentence does, quotes and brackets aside.
bool ends_sentence(std::string_view utf8);

}  // namespace indexer
