// The content of a file packed by gzip, zstd, xz or bzip2, all of its members
// one after another.

#pragma once

#include <memory>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/decoder.h"

namespace indexer {

// Members may look back by so many bytes. Files made with `zstd --long=27` or
// `xz -9` do not need more.
inline constexpr uint64_t kMaxWindow = uint64_t{128} << 20;

// read() throws DamageError where the data is damaged, behind all that can be
// unpacked before; InputError where it expands too much or needs too much
// memory.
class UnpackingStream : public ByteStream {
 public:
  // `packed` begins with a member of `packing`, and must outlive the stream.
  UnpackingStream(BufferedStream& packed, Packing packing,
                  uint64_t max_window = kMaxWindow);

  size_t read(std::span<char> into) override;
  // Goes on with the next member.
  std::optional<uint64_t> recover() override;

  // How many bytes stand behind the last member that begin no other; zeros,
  // with which some writers pad files, do not count. Known at the end.
  uint64_t trailing_bytes() const { return trailing_bytes_; }

 private:
  bool begin_next_member();
  bool skip_to_member();
  std::string_view at_hand();
  void skip_packed(uint64_t count);
  DamageError damage(const char* what) const;

  BufferedStream& packed_;
  Packing packing_;
  std::unique_ptr<Decoder> decoder_;
  bool in_member_ = false;  // One is being read.
  bool damaged_ = false;    // It is, behind what was given.
  uint64_t packed_bytes_ = 0;
  uint64_t unpacked_bytes_ = 0;
  uint64_t member_packed_ = 0;  // before the member that is being read
  uint64_t member_unpacked_ = 0;
  uint64_t trailing_bytes_ = 0;
};

}  // namespace indexer
