#include "indexer/archive/line_transcoding_stream.h"

#include <algorithm>

#include "indexer/archive/record.h"
#include "text/utf8.h"

namespace indexer {

LineTranscodingStream::LineTranscodingStream(BufferedStream& encoded,
                                             const std::string& charset)
    : encoded_(encoded), converter_(charset) {}

bool LineTranscodingStream::next_line() {
  auto line = encoded_.read_line(kMaxDocumentBytes + 1);
  if (!line) return false;
  line_ = text::is_valid_utf8(line->text) ? std::move(line->text)
                                          : converter_.to_utf8(line->text);
  line_ += '\n';
  handed_out_ = 0;
  return true;
}

size_t LineTranscodingStream::read(std::span<char> into) {
  if (handed_out_ == line_.size() && !next_line()) return 0;
  const size_t count = std::min(into.size(), line_.size() - handed_out_);
  std::copy_n(line_.data() + handed_out_, count, into.data());
  handed_out_ += count;
  return count;
}

}  // namespace indexer
