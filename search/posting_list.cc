#include "search/posting_list.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <vector>

#include "search/side_file.h"
#include "text/error.h"

namespace search {

namespace {

constexpr unsigned kMostBits = 32;

// Bytes that may be read after the last bits.
constexpr size_t kPadding = sizeof(uint64_t);

static_assert(sizeof(PostingBlock) == 24, "blocks lie in files as they are");

uint32_t read_bits(std::string_view bits, size_t at, unsigned width) {
  uint64_t word = 0;
  std::memcpy(&word, bits.data() + at / 8, sizeof(word));
  return static_cast<uint32_t>((word >> at % 8) & ((uint64_t{1} << width) - 1));
}

// Appends numbers of one width, the lowest bits first.
void append_bits(std::string& bytes, std::span<const uint32_t> numbers,
                 unsigned width) {
  uint64_t pending = 0;
  unsigned size = 0;
  for (const uint32_t number : numbers) {
    pending |= uint64_t{number} << size;
    for (size += width; size >= 8; size -= 8) {
      bytes.push_back(static_cast<char>(pending & 0xff));
      pending >>= 8;
    }
  }
  if (size > 0) bytes.push_back(static_cast<char>(pending & 0xff));
}

size_t bytes_of(size_t numbers, unsigned width) {
  return (numbers * width + 7) / 8;
}

uint16_t width_of(std::span<const uint32_t> numbers) {
  return static_cast<uint16_t>(std::bit_width(std::ranges::max(numbers)));
}

PostingBlock append_block(std::string& bits, Xapian::docid before,
                          std::span<const WordCount> postings) {
  std::vector<uint32_t> gaps;
  std::vector<uint32_t> counts;
  PostingBlock block{.last = postings.back().document,
                     .begin = static_cast<uint32_t>(bits.size()),
                     .least_length = postings.front().length};
  for (const WordCount& posting : postings) {
    gaps.push_back(posting.document - before - 1);
    before = posting.document;
    counts.push_back(posting.count - 1);
    block.most_count = std::max(block.most_count, posting.count);
    block.least_length = std::min(block.least_length, posting.length);
  }
  block.document_bits = width_of(gaps);
  block.count_bits = width_of(counts);
  append_bits(bits, gaps, block.document_bits);
  append_bits(bits, counts, block.count_bits);
  block.checksum = checksum(std::string_view(bits).substr(block.begin));
  return block;
}

}  // namespace

std::string encode_postings(std::span<const WordCount> postings) {
  std::string blocks;
  std::string bits;
  Xapian::docid before = 0;
  append_number(blocks, static_cast<uint32_t>(postings.size()));
  while (!postings.empty()) {
    const auto block =
        postings.first(std::min(kBlockPostings, postings.size()));
    append_number(blocks, append_block(bits, before, block));
    before = block.back().document;
    postings = postings.subspan(block.size());
  }
  std::string bytes;
  append_number(bytes, checksum(blocks));
  bits.append(kPadding, '\0');
  return bytes + blocks + bits;
}

PostingList::PostingList(std::string_view bytes) {
  const auto wanted = take_number<uint32_t>(bytes);
  std::string_view checked = bytes;
  size_ = take_number<uint32_t>(bytes);
  const size_t count = (size_ + kBlockPostings - 1) / kBlockPostings;
  const auto blocks = take_bytes(bytes, count * sizeof(PostingBlock));
  checked = checked.substr(0, sizeof(uint32_t) + blocks.size());
  if (checksum(checked) != wanted) {
    throw text::StorageError("a list of articles is damaged");
  }
  blocks_ = NumberView<PostingBlock>(blocks);
  bits_ = bytes;
}

size_t PostingList::size_of_block(size_t index) const {
  return std::min(kBlockPostings, size_ - index * kBlockPostings);
}

std::string_view PostingList::bits_of(size_t index) const {
  const PostingBlock block = blocks_[index];
  const size_t postings = size_of_block(index);
  const size_t size = bytes_of(postings, block.document_bits) +
                      bytes_of(postings, block.count_bits);
  if (block.document_bits > kMostBits || block.count_bits > kMostBits ||
      block.begin + size + kPadding > bits_.size() ||
      checksum(bits_.substr(block.begin, size)) != block.checksum) {
    throw text::StorageError("articles of a word are damaged");
  }
  return bits_.substr(block.begin, size);
}

PostingCursor::PostingCursor(const PostingList& list) : list_(list) {
  if (list_.block_count() == 0) {
    stop();
    return;
  }
  block_ = list_.block(0);
  unpack();
}

uint32_t PostingCursor::count() const {
  const size_t counts = bytes_of(size_, block_.document_bits);
  return read_bits(bits_, counts * 8 + at_ * block_.count_bits,
                   block_.count_bits) +
         1;
}

void PostingCursor::next() {
  if (++at_ < size_) return;
  if (++index_ == list_.block_count()) {
    stop();
    return;
  }
  block_ = list_.block(index_);
  unpack();
}

void PostingCursor::skip_to(Xapian::docid document) {
  if (unpacked_ && documents_[at_] >= document) return;
  if (pass_to_block(document) == nullptr) return;
  if (!unpacked_) unpack();
  const auto begin = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
  const auto near = std::min<size_t>(at_ + 4, size_);
  while (at_ < near && documents_[at_] < document) ++at_;
  if (documents_[at_] >= document) return;
  at_ = static_cast<size_t>(
      std::lower_bound(begin,
                       documents_.begin() + static_cast<std::ptrdiff_t>(size_),
                       document) -
      documents_.begin());
}

const PostingBlock* PostingCursor::pass_to_block(Xapian::docid document) {
  if (index_ == list_.block_count()) return nullptr;
  if (block_.last >= document) return &block_;
  unpacked_ = false;
  do {
    if (++index_ == list_.block_count()) {
      stop();
      return nullptr;
    }
    block_ = list_.block(index_);
  } while (block_.last < document);
  return &block_;
}

void PostingCursor::unpack() {
  bits_ = list_.bits_of(index_);
  size_ = list_.size_of_block(index_);
  Xapian::docid document = index_ == 0 ? 0 : list_.block(index_ - 1).last;
  const unsigned width = block_.document_bits;
  size_t bit = 0;
  for (size_t i = 0; i < size_; ++i, bit += width) {
    document += read_bits(bits_, bit, width) + 1;
    documents_[i] = document;
  }
  if (document != block_.last) {
    throw text::StorageError("articles of a word are out of order");
  }
  documents_[size_] = kEnd;
  at_ = 0;
  unpacked_ = true;
}

void PostingCursor::stop() {
  at_ = 0;
  size_ = 0;
  documents_[0] = kEnd;
  index_ = list_.block_count();
  unpacked_ = true;
}

}  // namespace search
