#include "indexer/archive/mbox_reader.h"

#include <string_view>
#include <utility>

namespace indexer {
namespace {

// `>From ` with any number of marks.
bool is_quoted_separator(std::string_view line) {
  const size_t mark_count = line.find_first_not_of('>');
  return mark_count != std::string_view::npos && mark_count > 0 &&
         line.substr(mark_count).starts_with("From ");
}

class MboxReading {
 public:
  MboxReading(const std::string& archive, const RecordSink& sink)
      : archive_(archive), sink_(sink) {}

  void take(std::string_view line) {
    if (after_blank_ && line.starts_with("From ")) {
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

void read_mbox(BufferedStream& mbox, const std::string& archive,
               const RecordSink& sink) {
  MboxReading reading(archive, sink);
  while (const auto line = mbox.read_line(kMaxDocumentBytes)) {
    reading.take(line->text);
  }
  reading.end();
}

}  // namespace indexer
