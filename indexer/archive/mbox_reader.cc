#include "indexer/archive/mbox_reader.h"

#include <algorithm>
#include <utility>

namespace indexer {
namespace {

// More than the name of a header line has.
constexpr size_t kNameBytes = 128;

// `>From ` with any number of marks.
bool is_quoted_separator(std::string_view line) {
  const size_t mark_count = line.find_first_not_of('>');
  return mark_count != std::string_view::npos && mark_count > 0 &&
         line.substr(mark_count).starts_with("From ");
}

bool is_year(std::string_view word) {
  return word.size() == 4 &&
         (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

class MboxReading {
 public:
  MboxReading(const std::string& archive, const RecordSink& sink)
      : archive_(archive), sink_(sink) {}

  // `next`: the beginning of the line below.
  void take(std::string_view line, std::string_view next) {
    const bool begins =
        number_ == 0 || (is_mbox_separator(line) && is_header_line(next));
    if (after_blank_ && line.starts_with("From ") && begins) {
      end();
      ++number_;
      after_blank_ = false;
      return;
    }
    after_blank_ = line.empty();
    if (is_quoted_separator(line)) line.remove_prefix(1);
    too_large_ =
        too_large_ || message_.size() + line.size() > kMaxDocumentBytes;
    if (!too_large_) message_.append(line).append("\n");
  }

  // Hands over the message that is open, if one is.
  void end() {
    if (too_large_) {
      sink_.on_reject({archive_, number_, kTooLarge});
    } else if (number_ > 0) {
      Record record;
      record.archive = archive_;
      record.number = number_;
      record.kind = RecordKind::kMail;
      record.bytes = std::move(message_);
      sink_.on_record(std::move(record));
    }
    message_.clear();
    too_large_ = false;
  }

 private:
  const std::string& archive_;
  const RecordSink& sink_;
  uint64_t number_ = 0;
  std::string message_;
  bool too_large_ = false;
  bool after_blank_ = true;
};

}  // namespace

bool is_mbox_separator(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  while (!line.empty()) {
    const size_t end = std::min(line.find(' '), line.size());
    if (is_year(line.substr(0, end))) return true;
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return false;
}

bool is_header_line(std::string_view text) {
  const size_t end = text.find_first_of(" :\r\n");
  return end != std::string_view::npos && end > 0 && text[end] == ':';
}

void read_mbox(BufferedStream& mbox, const std::string& archive,
               const RecordSink& sink) {
  MboxReading reading(archive, sink);
  while (const auto line = mbox.read_line(kMaxDocumentBytes)) {
    const bool may_begin = line->text.starts_with("From ");
    reading.take(line->text, may_begin ? mbox.peek(kNameBytes) : "");
  }
  reading.end();
}

}  // namespace indexer
