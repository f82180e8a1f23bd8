// Lines of another charset as UTF-8, beside lines that are UTF-8 already.

#pragma once

#include <string>

#include "indexer/archive/byte_stream.h"
#include "indexer/archive/charset_converter.h"

namespace indexer {

// Tables and JSON lines that were joined may have several charsets: a line that
// is well-formed UTF-8 stays, any other is converted; bytes that are none of
// the charset come out as 0xFF, so that the record they are in is refused. For
// charsets in which a line feed is that byte and no other. Holds one line, of
// which no more bytes are handed out than a record may have, and one.
class LineTranscodingStream : public ByteStream {
 public:
  // `encoded` must outlive it. Throws InputError if `charset` is unknown.
  LineTranscodingStream(BufferedStream& encoded, const std::string& charset);

  size_t read(std::span<char> into) override;

 private:
  bool next_line();

  BufferedStream& encoded_;
  CharsetConverter converter_;
  std::string line_;       // with its end
  size_t handed_out_ = 0;  // of it
};

}  // namespace indexer
