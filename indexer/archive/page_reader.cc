#include "indexer/archive/page_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/archive/header_lines.h"

namespace indexer {
namespace {

constexpr std::string_view kEnd = "</html>";

bool begins_page(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of(" \t\r"), text.size()));
  const std::string lower = to_lower_ascii(text.substr(0, 16));
  return lower.starts_with("<html") || lower.starts_with("<!doctype html");
}

// Where `</html>` ends in `line` from `at` on; npos if it has none.
size_t end_of_page(std::string_view line, size_t at) {
  for (at = line.find("</", at); at < line.size();
       at = line.find("</", at + 1)) {
    if (to_lower_ascii(line.substr(at, kEnd.size())) == kEnd) {
      return at + kEnd.size();
    }
  }
  return std::string_view::npos;
}

class PageReading {
 public:
  PageReading(const std::string& archive, const RecordSink& sink)
      : archive_(archive), sink_(sink) {}

  void take(std::string_view line, bool too_long) {
    if (closed_ && begins_page(line)) next_page();
    size_t at = end_of_page(line, 0);
    for (; at < line.size(); at = end_of_page(line, at)) {
      if (!begins_page(line.substr(at))) continue;
      add(line.substr(0, at));
      next_page();
      line.remove_prefix(at);
      at = 0;
    }
    add(line);
    too_large_ = too_large_ || too_long;
    const std::string_view text = trim_ascii(line);
    if (text.empty()) return;
    closed_ =
        end_of_page(text, text.size() - std::min(text.size(), kEnd.size())) ==
        text.size();
  }

  void end() {
    if (number_ > 0) ++number_;
    hand_over();
  }

 private:
  void add(std::string_view line) {
    too_large_ = too_large_ || page_.size() + line.size() > kMaxDocumentBytes;
    if (too_large_) {
      page_.clear();
    } else {
      page_.append(line).append("\n");
    }
  }

  void next_page() {
    ++number_;
    hand_over();
    closed_ = false;
  }

  void hand_over() {
    if (too_large_) {
      sink_.on_reject({archive_, number_, kTooLarge});
    } else {
      Record record;
      record.archive = archive_;
      record.number = number_;
      record.bytes = std::move(page_);
      sink_.on_record(std::move(record));
    }
    page_.clear();
    too_large_ = false;
  }

  const std::string& archive_;
  const RecordSink& sink_;
  uint64_t number_ = 0;  // of the page before
  std::string page_;
  bool too_large_ = false;
  bool closed_ = false;  // the last line ended a page
};

}  // namespace

void read_pages(BufferedStream& pages, const std::string& archive,
                const RecordSink& sink) {
  PageReading reading(archive, sink);
  while (const auto line = pages.read_line(kMaxDocumentBytes)) {
    reading.take(line->text, line->too_long);
  }
  reading.end();
}

}  // namespace indexer
