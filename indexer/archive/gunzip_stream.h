// The content of a gzip file, all of its members one after another.

#pragma once

#include <zlib.h>

#include <memory>

#include "indexer/archive/byte_stream.h"

namespace indexer {

// Throws InputError if a small file has unpacked to a huge one: `unpacked`
// bytes are above 64 MB and above 200 times the `packed` ones.
void check_expansion(uint64_t packed, uint64_t unpacked);

// read() throws DamageError where the data is damaged, InputError where it
// expands too much.
class GunzipStream : public ByteStream {
 public:
  // `packed` must outlive it.
  explicit GunzipStream(BufferedStream& packed);

  size_t read(std::span<char> into) override;
  // Goes on with the next member.
  std::optional<uint64_t> recover() override;

 private:
  struct EndInflate {
    void operator()(z_stream* inflating) const;
  };

  bool begin_next_member();
  int inflate_some(std::span<char> into);

  BufferedStream& packed_;
  std::unique_ptr<z_stream, EndInflate> inflating_;
  uint64_t packed_bytes_ = 0;
  uint64_t unpacked_bytes_ = 0;
  uint64_t member_packed_ = 0;  // before the member that is being read
  uint64_t member_unpacked_ = 0;
};

// Unpacks one HTTP body that is gzip, zlib or raw deflate data. Nothing if it
// is damaged or unpacks to more than `limit` bytes.
std::optional<std::string> inflate_body(std::string_view packed, size_t limit);

}  // namespace indexer
