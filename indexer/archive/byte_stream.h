// Bytes from a file, an unpacked entry or standard input.

#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/error.h"

namespace indexer {

// What some programs begin UTF-8 with.
inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// Bytes that can't be unpacked.
class DamageError : public text::InputError {
 public:
  // `spoils_before`: bytes that belong to the damaged ones have been read.
  DamageError(const std::string& reason, bool spoils_before)
      : InputError(reason), spoils_before_(spoils_before) {}

  bool spoils_before() const { return spoils_before_; }

 private:
  bool spoils_before_;
};

// Used by one thread.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Fills the beginning of `into`, which is not empty; 0 at the end only.
  // Throws InputError if the bytes can't be read.
  virtual size_t read(std::span<char> into) = 0;

  // Continues at `offset` from the beginning; false where that is impossible.
  virtual bool seek(uint64_t offset);
  // The length in bytes, where seek() works.
  virtual std::optional<uint64_t> size() const;
  // Once read() has thrown: goes on behind what is damaged, and returns how
  // many packed bytes that left out; nothing where there is no going on.
  virtual std::optional<uint64_t> recover();
};

// An open file, or standard input for `-`.
class FileStream : public ByteStream {
 public:
  // `on_bytes` hears of every byte that is read for the first time. Throws
  // InputError if the file can't be opened.
  FileStream(const std::string& path, std::function<void(uint64_t)> on_bytes);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  size_t read(std::span<char> into) override;
  bool seek(uint64_t offset) override;
  std::optional<uint64_t> size() const override;

 private:
  int file_;
  std::function<void(uint64_t)> on_bytes_;
  uint64_t position_ = 0;
  uint64_t furthest_ = 0;
  std::optional<uint64_t> size_;  // of regular files
};

// A stream that is read by lines and blocks, and can be looked ahead in.
class BufferedStream : public ByteStream {
 public:
  explicit BufferedStream(ByteStream& stream);

  size_t read(std::span<char> into) override;
  bool seek(uint64_t offset) override;
  std::optional<uint64_t> size() const override;
  // What was at hand is dropped.
  std::optional<uint64_t> recover() override;

  // The next bytes without taking them: `count`, or fewer at the end and where
  // the stream can't be read on, which is thrown once what is at hand is taken.
  // The view lives until the next call.
  std::string_view peek(size_t count);

  // Throws what has ended the stream if it may have spoilt what is at hand.
  void refuse_spoiled() const;

  // The next bytes that are at hand; empty at the end only. The view lives
  // until the next call.
  std::string_view peek_some();

  bool at_end() { return peek_some().empty(); }

  struct Line {
    std::string text;       // without its line break
    bool too_long = false;  // `text` is only its first `limit` bytes
  };
  // Nothing at the end.
  std::optional<Line> read_line(size_t limit);

  // Up to `count` bytes; fewer at the end only.
  std::string read_block(size_t count);
  // Drops up to `count` bytes; returns how many there were.
  uint64_t skip(uint64_t count);

  // Drops the mark that UTF-8 may begin with.
  void skip_utf8_mark();

 private:
  std::string_view buffered() const;
  bool fill();
  bool fill_if_sound();

  ByteStream& stream_;
  std::exception_ptr failure_;  // that ended the stream
  std::string buffer_;
  size_t begin_ = 0;  // of what is not taken yet in `buffer_`
};

}  // namespace indexer
