#include "indexer/archive/sgml_reader.h"

#include <array>
#include <string_view>
#include <utility>

namespace indexer {
namespace {

struct Element {
  std::string_view begin;
  std::string_view end;
};
constexpr std::array kElements = {Element{"<DOC>", "</DOC>"},
                                  Element{"<DOC ", "</DOC>"},
                                  Element{"<REUTERS", "</REUTERS>"}};

class SgmlReading {
 public:
  SgmlReading(const std::string& archive, const RecordSink& sink)
      : archive_(archive), sink_(sink) {}

  void take(std::string_view line) {
    for (const Element& element : kElements) {
      if (!line.starts_with(element.begin)) continue;
      if (!end_.empty()) reject("no " + std::string(end_) + " ends it", false);
      end_ = element.end;
      ++number_;
    }
    if (end_.empty()) return;
    too_large_ = too_large_ || text_.size() + line.size() > kMaxDocumentBytes;
    if (!too_large_) text_.append(line).append("\n");
    if (line.find(end_) != std::string_view::npos) hand_over();
  }

  void end() {
    if (!end_.empty()) reject("the file ends inside of it", true);
  }

 private:
  void hand_over() {
    if (too_large_) return reject(kTooLarge, false);
    Record record;
    record.archive = archive_;
    record.number = number_;
    record.bytes = std::move(text_);
    sink_.on_record(std::move(record));
    reset();
  }

  void reject(const std::string& reason, bool to_end) {
    sink_.on_reject({archive_, number_, reason, {}, to_end});
    reset();
  }

  void reset() {
    text_.clear();
    end_ = {};
    too_large_ = false;
  }

  const std::string& archive_;
  const RecordSink& sink_;
  uint64_t number_ = 0;
  std::string text_;
  std::string_view end_;  // what ends the element that is open
  bool too_large_ = false;
};

}  // namespace

void read_sgml_news(BufferedStream& news, const std::string& archive,
                    const RecordSink& sink) {
  SgmlReading reading(archive, sink);
  while (const auto line = news.read_line(kMaxDocumentBytes)) {
    reading.take(line->text);
  }
  reading.end();
}

}  // namespace indexer
