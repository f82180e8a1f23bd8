#include "indexer/archive/doc_block_reader.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "text/utf8.h"

namespace indexer {
namespace {

// Undoes the escapes that the extractor writes.
std::string unescape(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> kEscapes = {
      {{"&lt;", '<'},
       {"&gt;", '>'},
       {"&quot;", '"'},
       {"&#39;", '\''},
       {"&amp;", '&'}}};
  std::string plain;
  while (!text.empty()) {
    size_t size = 1;
    char c = text.front();
    for (const auto& [escape, meant] : kEscapes) {
      if (!text.starts_with(escape)) continue;
      size = escape.size();
      c = meant;
    }
    plain += c;
    text.remove_prefix(size);
  }
  return plain;
}

// The value of `name` in `<doc id="7" title="Zinc">`.
std::string attribute(std::string_view line, std::string_view name) {
  const std::string key = " " + std::string(name) + "=\"";
  const size_t at = line.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = line.substr(at + key.size());
  return unescape(rest.substr(0, rest.find('"')));
}

struct Block {
  std::string opening;  // `<doc ...>`
  std::string body;     // paragraphs
  bool too_large = false;

  void add(std::string_view line) {
    const std::string_view text = trim_ascii(line);
    if (text.empty() || too_large) return;
    too_large = body.size() + text.size() > kMaxDocumentBytes;
    if (too_large) return;
    const std::string paragraph = unescape(text);
    if (body.empty() && paragraph == attribute(opening, "title")) return;
    if (!body.empty()) body += "\n\n";
    body += paragraph;
  }

  std::string to_article_line() const {
    nlohmann::ordered_json object;
    object["id"] = attribute(opening, "id");
    const std::string url = attribute(opening, "url");
    if (url.find("://") != std::string::npos) object["url"] = url;
    object["title"] = attribute(opening, "title");
    object["body"] = body;
    return object.dump();
  }
};

class BlockReading {
 public:
  BlockReading(const std::string& archive, const RecordSink& sink)
      : archive_(archive), sink_(sink) {}

  void take(std::string_view line) {
    if (line.starts_with("<doc ")) {
      if (open_) reject("no </doc> ends it", false);
      open_ = Block{std::string(line), {}};
      ++number_;
    } else if (line.starts_with("</doc>") && open_) {
      hand_over(*std::move(open_));
      open_.reset();
    } else if (open_) {
      open_->add(line);
    }
  }

  void end() {
    if (open_) reject("the file ends inside of it", true);
  }

 private:
  void hand_over(Block block) {
    if (block.too_large) return reject(kTooLarge, false);
    if (block.body.empty()) return sink_.on_skipped("block without text");
    if (!text::is_valid_utf8(block.body) ||
        !text::is_valid_utf8(block.opening)) {
      return reject("not UTF-8, and no charset fits", false);
    }
    Record record;
    record.archive = archive_;
    record.number = number_;
    record.kind = RecordKind::kArticleLine;
    record.bytes = block.to_article_line();
    sink_.on_record(std::move(record));
  }

  void reject(const std::string& reason, bool to_end) {
    sink_.on_reject({archive_, number_, reason, {}, to_end});
  }

  const std::string& archive_;
  const RecordSink& sink_;
  uint64_t number_ = 0;
  std::optional<Block> open_;
};

}  // namespace

void read_doc_blocks(BufferedStream& blocks, const std::string& archive,
                     const RecordSink& sink) {
  BlockReading reading(archive, sink);
  while (const auto line = blocks.read_line(kMaxDocumentBytes)) {
    reading.take(line->text);
  }
  reading.end();
}

}  // namespace indexer
