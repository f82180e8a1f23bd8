// Texts whose lines were broken to a width, as mail and old databases do.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// `utf8` with one line for each paragraph, if its lines were broken to a width
// of at most 100 bytes: most of those within paragraphs end no sentence, and
// the first word of the next would not have fitted. Paragraphs are parted by
// empty lines, indentation, or a line that is not full. Other texts, and those
// in Chinese, Japanese and Korean, stay as they are.
std::string unwrap_lines(std::string_view utf8);

// The same; elsewhere only those line breaks become spaces that stand within a
// sentence: before a small letter.
std::string unwrap_sentences(std::string_view utf8);

}  // namespace indexer
