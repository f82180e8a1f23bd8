// The articles of one word, packed in blocks that can be passed over
// (docs/search_format.md).

#pragma once

#include <xapian.h>

#include <array>
#include <compare>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "search/little_endian.h"

namespace search {

// An article with a word.
struct WordCount {
  Xapian::docid document = 0;  // in the segment
  uint32_t count = 0;          // how often it has the word
  uint32_t length = 0;         // of the article

  auto operator<=>(const WordCount&) const = default;
};

inline constexpr size_t kBlockPostings = 128;

// What a reader knows of a block without unpacking it.
struct PostingBlock {
  Xapian::docid last = 0;
  uint32_t begin = 0;         // of its bits, in the bytes after all blocks
  uint32_t most_count = 0;    // no article of the block has the word more often
  uint32_t least_length = 0;  // none is shorter
  uint32_t checksum = 0;      // of its bits
  uint16_t document_bits = 0;
  uint16_t count_bits = 0;
};

// `postings` ascend by document, from 1.
std::string encode_postings(std::span<const WordCount> postings);

// Reads bytes that outlive it.
class PostingList {
 public:
  PostingList() = default;
  // Throws StorageError if the bytes are not encode_postings()'s; those of a
  // block are checked when it is unpacked.
  explicit PostingList(std::string_view bytes);

  size_t size() const { return size_; }
  size_t block_count() const { return blocks_.size(); }
  PostingBlock block(size_t index) const { return blocks_[index]; }

  size_t size_of_block(size_t index) const;

  // The bits of a block; eight more bytes may be read after them. Throws
  // StorageError if they are damaged.
  std::string_view bits_of(size_t index) const;

 private:
  size_t size_ = 0;
  NumberView<PostingBlock> blocks_;
  std::string_view bits_;
};

// Goes through a list, ascending. Throws StorageError where it is damaged.
class PostingCursor {
 public:
  static constexpr Xapian::docid kEnd =
      std::numeric_limits<Xapian::docid>::max();

  // At the first article; `list` reads bytes that outlive the cursor.
  explicit PostingCursor(const PostingList& list);

  // kEnd after the last.
  Xapian::docid document() const { return documents_[at_]; }
  uint32_t count() const;

  void next();

  // To the first article that isn't before `document`; never backwards.
  void skip_to(Xapian::docid document);

  // The block of that article: the one that the cursor is in, or a later one
  // which only skip_to() unpacks, until which the cursor stands at no article.
  // Null if there is none.
  const PostingBlock* pass_to_block(Xapian::docid document);

  // The block that the cursor is in, which must not be at the end.
  const PostingBlock& block() const { return block_; }

 private:
  void unpack();
  void stop();

  PostingList list_;
  size_t index_ = 0;  // of the block
  PostingBlock block_;
  bool unpacked_ = false;
  size_t at_ = 0;
  size_t size_ = 0;  // of the block
  std::string_view bits_;
  // One more than a block has: kEnd.
  std::array<Xapian::docid, kBlockPostings + 1> documents_;
};

}  // namespace search
