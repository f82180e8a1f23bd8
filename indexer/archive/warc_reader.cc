#include "indexer/archive/warc_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "indexer/archive/header_lines.h"
#include "indexer/archive/http_response.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kMaxHeaderBytes = 64 << 10;
constexpr std::string_view kNextRecord = "\r\n\r\nWARC/1.";

struct WarcHeader {
  std::string type;
  std::string url;
  std::string media_type;  // Content-Type, as it stands
  std::optional<text::Timestamp> date;
  uint64_t length = 0;
};

bool is_news_type(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml" ||
         media_type == "text/plain";
}

bool is_robots_file(std::string_view url) {
  return url.substr(0, url.find_first_of("?#")).ends_with("/robots.txt");
}

uint64_t parse_length(std::string_view value) {
  uint64_t length = 0;
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), length);
  if (value.empty() || error != std::errc() ||
      end != value.data() + value.size()) {
    throw text::InputError("no valid Content-Length");
  }
  return length;
}

std::string strip_brackets(std::string_view url) {
  if (url.starts_with('<') && url.ends_with('>')) {
    url = url.substr(1, url.size() - 2);
  }
  return std::string(url);
}

// Reads the header after its version line.
WarcHeader read_header(BufferedStream& warc) {
  std::vector<HeaderLine> lines;
  size_t bytes = 0;
  while (auto line = warc.read_line(kMaxHeaderBytes)) {
    if (line->text.empty()) break;
    bytes += line->text.size();
    if (line->too_long || bytes > kMaxHeaderBytes) {
      throw text::InputError("WARC header is longer than 64 KB");
    }
    add_header_line(lines, line->text);
  }
  WarcHeader header;
  header.type = to_lower_ascii(find_header(lines, "warc-type"));
  header.url = strip_brackets(find_header(lines, "warc-target-uri"));
  header.media_type = std::string(find_header(lines, "content-type"));
  header.date = text::parse_rfc3339(find_header(lines, "warc-date"));
  header.length = parse_length(find_header(lines, "content-length"));
  return header;
}

bool may_be_news(const WarcHeader& header) {
  return (header.type == "response" || header.type == "resource") &&
         !is_robots_file(header.url);
}

// Drops what precedes the next version line; true if that was only the line
// breaks that end a record.
bool find_next_record(BufferedStream& warc) {
  bool clean = true;
  while (!warc.at_end()) {
    if (warc.peek(5) == "WARC/") return clean;
    const auto line = warc.read_line(kMaxHeaderBytes);
    clean = clean && line && line->text.empty();
  }
  return clean;
}

bool ends_record(std::string_view next) {
  return next.empty() || next.starts_with("WARC/") ||
         next.starts_with("\r\n") || next.starts_with('\n');
}

// The content as it is, whatever Content-Length says of it: where no record
// ends there, it goes to the next record that is in sight. Of what is too
// large nothing is taken.
std::string read_content(BufferedStream& warc, uint64_t length) {
  if (length > kMaxRecordBytes) throw text::InputError("larger than 64 MB");
  const std::string_view ahead = warc.peek(length + kNextRecord.size());
  const bool cut_short = ahead.size() < length;
  size_t size = std::min<size_t>(length, ahead.size());
  const bool ends_well = !cut_short && ends_record(ahead.substr(size));
  const size_t next =
      ends_well ? std::string_view::npos : ahead.find(kNextRecord);
  if (next != std::string_view::npos) size = next;
  std::string content(ahead.substr(0, size));
  warc.skip(size);
  if (ends_well || next != std::string_view::npos) return content;
  throw text::InputError(cut_short ? "the file ends inside of it"
                                   : "its Content-Length is wrong");
}

// Nothing if the content is no news.
std::optional<Record> make_record(WarcHeader header, std::string content) {
  Record record;
  record.url = std::move(header.url);
  record.crawled = header.date;
  if (header.type == "resource") {
    MediaType type = parse_media_type(header.media_type);
    if (!is_news_type(type.name)) return {};
    record.charset = std::move(type.charset);
    record.bytes = std::move(content);
    return record;
  }
  if (!parse_media_type(header.media_type).name.ends_with("http")) return {};
  HttpResponse response = parse_http_response(content, kMaxRecordBytes);
  if (response.status != 200 || !is_news_type(response.media_type)) return {};
  record.charset = std::move(response.charset);
  record.bytes = std::move(response.body);
  return record;
}

std::optional<Record> read_record(BufferedStream& warc) {
  WarcHeader header = read_header(warc);
  const bool news = may_be_news(header);
  if (!news && header.length > kMaxRecordBytes) {
    warc.skip(header.length);
    return {};
  }
  std::string content = read_content(warc, header.length);
  if (!news) return {};
  return make_record(std::move(header), std::move(content));
}

}  // namespace

void read_warc(BufferedStream& warc, const std::string& archive,
               const RecordSink& sink) {
  for (uint64_t number = 1; !warc.at_end(); ++number) {
    warc.read_line(kMaxHeaderBytes);  // The version: WARC/1.0 or WARC/1.1.
    std::optional<std::string> failure;
    try {
      if (auto record = read_record(warc)) {
        record->archive = archive;
        record->number = number;
        sink.on_record(*std::move(record));
      }
    } catch (const text::InputError& error) {
      failure = error.what();
    }
    if (failure) sink.on_reject({archive, number, *failure});
    if (!find_next_record(warc) && !failure) {
      sink.on_reject({archive, number, "bytes that no record owns follow it"});
    }
  }
}

}  // namespace indexer
