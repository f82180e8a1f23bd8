#include "graph/row_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>

#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr size_t kBlock = 64u << 10;  // bytes that have one checksum
constexpr size_t kGroup = 256;        // rows that have one base
constexpr size_t kGroupBytes = 8 + 4 * kGroup;
constexpr size_t kFooterBytes = 3 * 8;      // count, begins, checksum
constexpr size_t kPartBuffer = 256u << 10;  // bytes

uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

uint64_t blocks_of(uint64_t bytes) { return (bytes + kBlock - 1) / kBlock; }

template <typename Unsigned>
Unsigned big_endian_at(const char* at) {
  static_assert(std::endian::native == std::endian::little);
  Unsigned value = 0;
  std::memcpy(&value, at, sizeof value);
  if constexpr (sizeof value == 8) return __builtin_bswap64(value);
  return static_cast<Unsigned>(__builtin_bswap32(static_cast<uint32_t>(value)));
}

// Writes a file block by block, with the checksum of each.
class BlockWriter {
 public:
  explicit BlockWriter(const std::filesystem::path& path)
      : path_(path), file_(path, std::ios::binary) {}

  void add(std::string_view bytes) {
    written_ += bytes.size();
    while (!bytes.empty()) {
      const auto taken = bytes.substr(0, kBlock - block_.size());
      block_.append(taken);
      bytes.remove_prefix(taken.size());
      if (block_.size() == kBlock) hand_over();
    }
  }

  uint64_t written() const { return written_; }

  // The checksums, and after them the footer.
  void finish(uint64_t count, uint64_t begins) {
    if (!block_.empty()) hand_over();
    Encoder footer;
    footer.u64(count).u64(begins);
    checksums_.raw(footer.bytes());
    const std::string& end =
        checksums_.u64(hash_of(checksums_.bytes())).bytes();
    file_.write(end.data(), static_cast<std::streamsize>(end.size()));
    file_.close();
    if (!file_) throw text::StorageError(path_.string(), "can't write rows");
  }

 private:
  void hand_over() {
    checksums_.u64(hash_of(block_));
    file_.write(block_.data(), static_cast<std::streamsize>(block_.size()));
    block_.clear();
  }

  std::filesystem::path path_;
  std::ofstream file_;
  std::string block_;
  uint64_t written_ = 0;
  Encoder checksums_;
};

void copy(const std::filesystem::path& from, BlockWriter& to) {
  std::ifstream file(from, std::ios::binary);
  std::string buffer(kPartBuffer, '\0');
  while (file) {
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    to.add(
        std::string_view(buffer).substr(0, static_cast<size_t>(file.gcount())));
  }
  if (file.bad()) throw text::StorageError(from.string(), "can't read rows");
}

}  // namespace

RowFileWriter::RowFileWriter(std::filesystem::path path, size_t parts)
    : path_(std::move(path)), parts_(parts) {
  for (size_t i = 0; i < parts; ++i) {
    parts_[i].path = path_.string() + "." + std::to_string(i);
  }
}

RowFileWriter::~RowFileWriter() {
  std::error_code ignored;  // What is left behind is only temporary.
  for (const Part& part : parts_) std::filesystem::remove(part.path, ignored);
}

void RowFileWriter::add(size_t part, EntityNumber number,
                        std::string_view row) {
  Part& into = parts_[part];
  into.sizes.push_back({number, static_cast<uint32_t>(row.size())});
  into.buffer.append(row);
  if (into.buffer.size() >= kPartBuffer) flush(into);
}

void RowFileWriter::flush(Part& part) {
  std::ofstream file(part.path, std::ios::binary | std::ios::app);
  file.write(part.buffer.data(),
             static_cast<std::streamsize>(part.buffer.size()));
  file.close();
  if (!file) throw text::StorageError(part.path.string(), "can't write rows");
  part.buffer.clear();
}

// Groups of rows: the offset of the first u64, then u32 where each begins after
// that. One more row than there are tells where the last one ends.
void RowFileWriter::finish(size_t count) {
  BlockWriter file(path_);
  std::vector<uint64_t> begins(count + 1);
  for (Part& part : parts_) {
    flush(part);
    copy(part.path, file);
    for (const Size& size : part.sizes) {
      begins[static_cast<uint32_t>(size.number) + 1] = size.bytes;
    }
  }
  for (size_t i = 1; i <= count; ++i) begins[i] += begins[i - 1];
  const uint64_t table = file.written();
  for (size_t group = 0; group <= count; group += kGroup) {
    Encoder out;
    out.u64(begins[group]);
    for (size_t i = group; i < std::min(group + kGroup, count + 1); ++i) {
      const uint64_t step = begins[i] - begins[group];
      if (step > UINT32_MAX) {
        throw text::StorageError(path_.string(), "rows are too long");
      }
      out.u32(static_cast<uint32_t>(step));
    }
    file.add(out.bytes());
  }
  file.finish(count, table);
}

RowFile::RowFile(const std::filesystem::path& path) : path_(path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail("is missing");
  struct stat status = {};
  const bool known = ::fstat(descriptor, &status) == 0;
  const auto size = static_cast<size_t>(known ? status.st_size : 0);
  void* mapped = size < kFooterBytes ? MAP_FAILED
                                     : ::mmap(nullptr, size, PROT_READ,
                                              MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (mapped == MAP_FAILED) fail("can't be read");
  file_ = {static_cast<const char*>(mapped), size};
  const char* footer = file_.data() + size - kFooterBytes;
  count_ = big_endian_at<uint64_t>(footer);
  begins_ = big_endian_at<uint64_t>(footer + 8);
  const uint64_t groups = count_ / kGroup + 1;
  checksums_ = begins_ + groups * 8 + (count_ + 1) * 4;
  const uint64_t blocks = blocks_of(checksums_);
  const bool fits = count_ < size && begins_ < size &&
                    checksums_ + blocks * 8 + kFooterBytes == size;
  if (!fits || hash_of(file_.substr(checksums_, blocks * 8 + 16)) !=
                   big_endian_at<uint64_t>(footer + 16)) {
    ::munmap(mapped, size);
    fail("is broken");
  }
  is_checked_ = std::make_unique<std::atomic<bool>[]>(blocks);
}

RowFile::~RowFile() { ::munmap(const_cast<char*>(file_.data()), file_.size()); }

void RowFile::fail(std::string_view detail) const {
  throw text::StorageError(path_.string(), detail);
}

void RowFile::check_block(uint64_t block) const {
  if (is_checked_[block].load(std::memory_order_acquire)) return;
  const uint64_t begin = block * kBlock;
  const auto bytes =
      file_.substr(begin, std::min<uint64_t>(kBlock, checksums_ - begin));
  if (hash_of(bytes) !=
      big_endian_at<uint64_t>(file_.data() + checksums_ + block * 8)) {
    fail("a checksum is wrong");
  }
  is_checked_[block].store(true, std::memory_order_release);
}

std::string_view RowFile::bytes(uint64_t begin, uint64_t size) const {
  if (size == 0) return {};
  const uint64_t last = (begin + size - 1) / kBlock;
  for (uint64_t block = begin / kBlock; block <= last; ++block) {
    check_block(block);
  }
  return file_.substr(begin, size);
}

uint64_t RowFile::begin_of(uint64_t number) const {
  const uint64_t group = begins_ + number / kGroup * kGroupBytes;
  const uint64_t base = big_endian_at<uint64_t>(bytes(group, 8).data());
  const uint64_t step = group + 8 + number % kGroup * 4;
  return base + big_endian_at<uint32_t>(bytes(step, 4).data());
}

std::string_view RowFile::row(EntityNumber number) const {
  const auto at = static_cast<uint32_t>(number);
  if (at >= count_) fail("no entity has this number");
  const uint64_t begin = begin_of(at);
  const uint64_t end = begin_of(uint64_t{at} + 1);
  if (begin > end || end > begins_) fail("rows are out of order");
  return bytes(begin, end - begin);
}

}  // namespace graph
