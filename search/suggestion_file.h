// What a segment offers while a query is typed: one file in its directory
// (docs/search_format.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "search/mapped_file.h"
#include "search/ranked_texts.h"
#include "search/word_trie.h"

namespace search {

// Raised with any change of the file; other versions are refused.
inline constexpr uint32_t kSuggestionVersion = 2;

// Writes the file into the directory of the finished segment, a pure function
// of the articles in it. Takes bounded memory. Throws StorageError.
void write_suggestions(const std::filesystem::path& segment);

// Safe for any number of threads.
class SuggestionFile {
 public:
  // Of a segment; one without the file offers nothing. Throws StorageError if
  // it is damaged or of another version.
  explicit SuggestionFile(const std::filesystem::path& segment);

  const RankedTexts& titles() const { return titles_; }    // -> article id
  const RankedTexts& phrases() const { return phrases_; }  // -> articles
  const WordTrie& words() const { return words_; }

 private:
  std::unique_ptr<MappedFile> file_;
  RankedTexts titles_;
  RankedTexts phrases_;
  WordTrie words_;
};

}  // namespace search
