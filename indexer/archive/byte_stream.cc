#include "indexer/archive/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kChunkBytes = 64 << 10;

std::optional<uint64_t> regular_file_size(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return {};
  return static_cast<uint64_t>(status.st_size);
}

}  // namespace

bool ByteStream::seek(uint64_t /*offset*/) { return false; }

std::optional<uint64_t> ByteStream::size() const { return {}; }

std::optional<uint64_t> ByteStream::recover() { return {}; }

FileStream::FileStream(const std::string& path,
                       std::function<void(uint64_t)> on_bytes)
    : file_(path == "-" ? STDIN_FILENO
                        : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      on_bytes_(std::move(on_bytes)) {
  if (file_ < 0) {
    throw text::InputError(std::string("can't be opened: ") +
                           std::strerror(errno));
  }
  size_ = regular_file_size(file_);
}

FileStream::~FileStream() {
  if (file_ != STDIN_FILENO) ::close(file_);
}

size_t FileStream::read(std::span<char> into) {
  ssize_t count = 0;
  do {
    count = ::read(file_, into.data(), into.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) {
    throw text::InputError(std::string("can't be read: ") +
                           std::strerror(errno));
  }
  position_ += static_cast<uint64_t>(count);
  if (position_ > furthest_) {
    if (on_bytes_) on_bytes_(position_ - furthest_);
    furthest_ = position_;
  }
  return static_cast<size_t>(count);
}

bool FileStream::seek(uint64_t offset) {
  if (!size_ || file_ == STDIN_FILENO) return false;
  if (::lseek(file_, static_cast<off_t>(offset), SEEK_SET) < 0) return false;
  position_ = offset;
  return true;
}

std::optional<uint64_t> FileStream::size() const {
  return file_ == STDIN_FILENO ? std::nullopt : size_;
}

BufferedStream::BufferedStream(ByteStream& stream) : stream_(stream) {}

std::string_view BufferedStream::buffered() const {
  return std::string_view(buffer_).substr(begin_);
}

// Once it has thrown it does so each time, until seek() or recover().
bool BufferedStream::fill() {
  if (failure_) std::rethrow_exception(failure_);
  if (begin_ == buffer_.size()) {
    buffer_.clear();
    begin_ = 0;
  } else if (begin_ >= kChunkBytes && begin_ >= buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const size_t size = buffer_.size();
  buffer_.resize(size + kChunkBytes);
  size_t count = 0;
  try {
    count = stream_.read(std::span(buffer_).subspan(size));
  } catch (...) {
    buffer_.resize(size);
    failure_ = std::current_exception();
    throw;
  }
  buffer_.resize(size + count);
  return count > 0;
}

// Throws only where nothing is at hand.
bool BufferedStream::fill_if_sound() {
  if (buffered().empty()) return fill();
  try {
    return fill();
  } catch (const text::InputError&) {
    return false;
  }
}

void BufferedStream::refuse_spoiled() const {
  try {
    if (failure_) std::rethrow_exception(failure_);
  } catch (const DamageError& error) {
    if (error.spoils_before()) throw;
  } catch (const text::InputError&) {
    return;
  }
}

size_t BufferedStream::read(std::span<char> into) {
  if (begin_ == buffer_.size() && !fill()) return 0;
  const size_t count = std::min(into.size(), buffered().size());
  std::copy_n(buffered().begin(), count, into.begin());
  begin_ += count;
  return count;
}

bool BufferedStream::seek(uint64_t offset) {
  if (!stream_.seek(offset)) return false;
  buffer_.clear();
  begin_ = 0;
  failure_ = nullptr;
  return true;
}

std::optional<uint64_t> BufferedStream::recover() {
  buffer_.clear();
  begin_ = 0;
  failure_ = nullptr;
  return stream_.recover();
}

std::optional<uint64_t> BufferedStream::size() const { return stream_.size(); }

std::string_view BufferedStream::peek(size_t count) {
  while (buffered().size() < count && fill_if_sound()) {
  }
  return buffered().substr(0, count);
}

std::string_view BufferedStream::peek_some() {
  if (begin_ == buffer_.size()) fill();
  return buffered();
}

std::optional<BufferedStream::Line> BufferedStream::read_line(size_t limit) {
  Line line;
  bool found_any = false;
  while (begin_ < buffer_.size() || fill()) {
    found_any = true;
    const std::string_view bytes = buffered();
    const size_t end = bytes.find('\n');
    const std::string_view part = bytes.substr(0, end);
    line.too_long = line.too_long || part.size() > limit - line.text.size();
    line.text.append(part.substr(0, limit - line.text.size()));
    begin_ += end == std::string_view::npos ? part.size() : end + 1;
    if (end != std::string_view::npos) break;
  }
  if (!found_any) return {};
  if (line.text.ends_with('\r')) line.text.pop_back();
  return line;
}

std::string BufferedStream::read_block(size_t count) {
  std::string block;
  while (block.size() < count && (begin_ < buffer_.size() || fill())) {
    const auto part = buffered().substr(0, count - block.size());
    block.append(part);
    begin_ += part.size();
  }
  return block;
}

uint64_t BufferedStream::skip(uint64_t count) {
  uint64_t skipped = 0;
  while (skipped < count && (begin_ < buffer_.size() || fill())) {
    const uint64_t part =
        std::min<uint64_t>(count - skipped, buffered().size());
    begin_ += part;
    skipped += part;
  }
  return skipped;
}

void BufferedStream::skip_utf8_mark() {
  if (peek(kUtf8Mark.size()) == kUtf8Mark) skip(kUtf8Mark.size());
}

}  // namespace indexer
