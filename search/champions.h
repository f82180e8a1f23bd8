// The articles of a segment that can be the best for one word, in one file of
// its directory (docs/search_format.md).
//
// BM25 ranks an article by how often it has the word and how long it is,
// whatever its constants are. One that kChampionRanks others beat in both is
// not among the kChampionRanks best: the rest are the word's champions, some
// hundreds of many thousands.

#pragma once

#include <xapian.h>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "search/little_endian.h"
#include "search/mapped_file.h"

namespace search {

// Raised with any change of the file; other versions are refused.
inline constexpr uint32_t kChampionVersion = 1;

// How many of the best articles are surely among the champions of a word.
inline constexpr size_t kChampionRanks = 20;

// Words of fewer articles have no champions: all their articles are read.
inline constexpr Xapian::doccount kMinChampionFrequency = 256;

// An article with a word.
struct WordCount {
  Xapian::docid document = 0;  // in the segment
  uint32_t count = 0;          // how often it has the word
  uint32_t length = 0;         // of the article

  auto operator<=>(const WordCount&) const = default;
};

// Those of `postings` that fewer than kChampionRanks others surely precede: by
// a higher count, or by a shorter length above `flat_length`, none of the two
// being worse; equals by `newness` (by docid; the newest has the highest).
// Ascending by docid.
std::vector<WordCount> choose_champions(std::vector<WordCount> postings,
                                        uint32_t flat_length,
                                        const std::vector<uint32_t>& newness);

// Writes the file into the directory of the finished segment, a pure function
// of the articles in it. Throws StorageError.
void write_champions(const std::filesystem::path& segment);

// Safe for any number of threads.
class ChampionFile {
 public:
  // Of a segment; one without the file has no champions. Throws StorageError if
  // it is cut off or of another version.
  explicit ChampionFile(const std::filesystem::path& segment);

  // Lengths up to this may count alike; champions are right for no more.
  uint32_t flat_length() const { return flat_length_; }

  // Ascending by docid; nothing if the term has none. Throws StorageError if
  // the file is broken.
  std::optional<std::vector<WordCount>> find(std::string_view term) const;

 private:
  std::string_view term(size_t index) const;

  std::unique_ptr<MappedFile> file_;
  uint32_t flat_length_ = 0;
  size_t size_ = 0;
  // One more than there are terms: where each begins.
  NumberView<uint32_t> terms_at_;
  NumberView<uint32_t> rows_at_;
  std::string_view terms_;
  std::string_view rows_;
};

}  // namespace search
