// Which full stops belong to an abbreviation.

#pragma once

#include <cstdint>
#include <string_view>

namespace text {

enum class Abbreviation : uint8_t {
  kNone,
  kTitle,    // always stands before something: `Mr`, `vs`, `e.g`
  kNumber,   // before a number: `No`, `Fig`
  kGeneral,  // may end a sentence: `Ltd`, `U.S`, `Jan`, `J`
};

// What `word`, without its final full stop, is the abbreviation of. Letters
// that are each followed by a full stop (`U.S`) and single capital letters are
// abbreviations, too.
Abbreviation classify_abbreviation(std::string_view word);

// True for single letters with full stops between them: `U.S`, `a.m`.
bool is_dotted_acronym(std::string_view word);

// True for words with which sentences often begin, and names do not: `The`.
// After an abbreviation that may end a sentence they begin a new one.
bool is_sentence_starter(std::string_view word);

}  // namespace text
