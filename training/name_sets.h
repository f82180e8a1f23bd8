// Sets of English text with its names marked, read into one form.
//
// What the sets differ in is made alike: words are cut as plain_words does,
// `the` and titles (`Mr.`, `President`) are no part of a name, `Paris, Texas`
// is two places, and `Japanese` names no place.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/name_tagger.h"

namespace training {

struct MarkedName {
  uint32_t first = 0;  // words [first, last) of the sentence
  uint32_t last = 0;
  models::NameClass name_class{};

  bool operator==(const MarkedName&) const = default;
};

struct MarkedSentence {
  std::vector<std::string> words;
  std::vector<models::Tag> tags;  // one a word, or none yet
  std::vector<MarkedName> names;  // by position, without overlap
  // Words of which nobody knows whether they are of a name; empty: none.
  std::vector<bool> unknown;

  std::vector<std::string_view> views() const {
    return {words.begin(), words.end()};
  }
};

struct MarkedArticle {
  std::vector<MarkedSentence> sentences;
  // False if names of other classes than people, organisations and places are
  // not marked everywhere.
  bool marks_others = true;
};

enum class SetFormat : uint8_t {
  kColumns,  // the word first and its label last, apart by white space
  kUner,     // `number TAB word TAB label`
  kConll04,  // the same, with `#doc` lines
  kGum,      // CoNLL-U with `Entity=`
  kDocred,   // JSON
};

// The articles of a file. Sets that do not tell where articles begin are cut
// into articles of eight sentences. Throws InputError naming the file if it
// can't be read or is not of the format.
std::vector<MarkedArticle> read_name_set(const std::filesystem::path& file,
                                         SetFormat format);

}  // namespace training
