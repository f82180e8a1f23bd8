// The articles of a segment's frequent words, in one file of its directory
// (docs/search_format.md): all of them, and the champions of each word
// (champions.h). Much faster to read than Xapian's postings.

#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "search/little_endian.h"
#include "search/mapped_file.h"
#include "search/posting_list.h"

namespace search {

// Raised with any change of the file; other versions are refused.
inline constexpr uint32_t kFrequentTermsVersion = 1;

// Words of fewer articles are not in the file.
inline constexpr Xapian::doccount kFrequent = 256;

// Writes the file into the directory of the finished segment, a pure function
// of the articles in it. Throws StorageError.
void write_frequent_terms(const std::filesystem::path& segment);

// Safe for any number of threads. Damage is noticed before what is damaged is
// used: of the head when the file is opened, of the rest when it is read.
class FrequentTerms {
 public:
  struct Lists {
    PostingList champions;
    PostingList all;
  };

  // Of a segment; one without the file has no frequent terms. Throws
  // StorageError if it is damaged or of another version.
  explicit FrequentTerms(const std::filesystem::path& segment);

  bool exists() const { return file_ != nullptr; }

  // Lengths up to this may count alike; champions are right for no more.
  uint32_t flat_length() const { return flat_length_; }

  // Nothing if the term is not frequent, or not one that is looked for by
  // itself. Throws StorageError if its lists are damaged.
  std::optional<Lists> find(std::string_view term) const;

  // Of an article of the segment. Both throw StorageError if there is none.
  uint32_t length(Xapian::docid document) const { return lengths_[document]; }

  // The higher, the earlier among equals: by time and id.
  uint32_t newness(Xapian::docid document) const { return newness_[document]; }

 private:
  std::string_view term(size_t index) const;
  PostingList list(size_t index) const;

  std::unique_ptr<MappedFile> file_;
  uint32_t flat_length_ = 0;
  NumberView<uint32_t> lengths_;  // by docid
  NumberView<uint32_t> newness_;  // by docid
  size_t size_ = 0;               // terms
  // Where each begins, and where the last ends; each term has two lists.
  NumberView<uint32_t> terms_at_;
  NumberView<uint64_t> lists_at_;
  std::string_view terms_;
  std::string_view lists_;
};

}  // namespace search
