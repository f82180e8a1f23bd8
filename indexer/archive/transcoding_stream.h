// Text of another charset as UTF-8.

#pragma once

#include <string>
#include <string_view>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/charset_converter.h"

namespace indexer {

// UTF-16 or UTF-32 in either byte order, from its byte order mark or from where
// its zeros stand; empty if `beginning` is neither.
std::string wide_charset(std::string_view beginning);

// Bytes that are none of the charset come out as 0xFF, which no UTF-8 has, so
// that the record they are in is refused.
class TranscodingStream : public ByteStream {
 public:
  // `encoded` must outlive it. Throws InputError if `charset` is unknown.
  TranscodingStream(ByteStream& encoded, const std::string& charset);

  size_t read(std::span<char> into) override;

 private:
  bool fill();

  ByteStream& encoded_;
  CharsetConverter converter_;
  std::string waiting_;  // not converted yet
  bool ended_ = false;
};

}  // namespace indexer
