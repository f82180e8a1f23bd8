#include "indexer/archive/warc_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "indexer/archive/header_lines.h"
#include "indexer/archive/http_response.h"
#include "indexer/archive/json_list.h"
#include "indexer/archive/json_reader.h"
#include "indexer/archive/kind.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kMaxHeaderBytes = 64 << 10;
constexpr size_t kHeaderSightBytes = 64;  // Enough for find_record().
constexpr size_t kMaxVersionBytes = 16;
// What begins a record behind another, in files with either end of lines.
constexpr std::string_view kNextRecord = "\r\n\r\nWARC/1.";
constexpr std::string_view kNextRecordOfLf = "\n\nWARC/1.";

struct WarcHeader {
  std::string type;
  std::string url;
  std::string media_type;  // Content-Type, as it stands
  std::optional<text::Timestamp> date;
  uint64_t length = 0;
};

bool is_news_type(std::string_view media_type) {
  static constexpr std::array<std::string_view, 5> kTypes = {
      "text/html", "application/xhtml+xml", "text/plain", "application/rss+xml",
      "application/atom+xml"};
  return std::ranges::find(kTypes, media_type) != kTypes.end();
}

// Feeds and news are often stated to be any XML, and some servers state no
// type.
bool is_news_by_content(std::string_view media_type, std::string_view body) {
  const Kind kind = recognise(body.substr(0, kKindBytes));
  if (media_type.empty()) return kind == Kind::kHtml;
  if (!media_type.ends_with("/xml") && !media_type.ends_with("+xml")) {
    return false;
  }
  const bool is_bare_sitemap =
      body.substr(0, kKindBytes).find("<urlset") != std::string_view::npos &&
      body.find("<news:") == std::string_view::npos;
  return kind == Kind::kFeed || (kind == Kind::kNewsXml && !is_bare_sitemap);
}

// Answers in JSON are many, and few of them hold articles.
bool is_news_in_json(std::string_view media_type, std::string_view body) {
  const bool is_json =
      media_type.ends_with("/json") || media_type.ends_with("+json");
  return is_json && holds_articles(body);
}

// Some servers state no type. The names are few, whatever the archive.
std::string skipped_type(std::string_view media_type) {
  const std::string_view top = media_type.substr(0, media_type.find('/'));
  static constexpr std::array<std::string_view, 6> kTops = {
      "image", "video", "audio", "font", "text", "application"};
  const bool known = std::ranges::find(kTops, top) != kTops.end();
  return "media type " + (known ? std::string(top) : "unknown");
}

std::string skipped_record(const std::string& type) {
  static constexpr std::array<std::string_view, 8> kTypes = {
      "warcinfo", "request",    "metadata",     "revisit",
      "response", "conversion", "continuation", "resource"};
  const bool known = std::ranges::find(kTypes, type) != kTypes.end();
  return known ? "WARC " + type : "WARC record of another type";
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

bool holds_page(const WarcHeader& header) {
  return header.type == "response" || header.type == "resource" ||
         header.type == "conversion";
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

// True if nothing or a record stands behind the line breaks at `next`.
bool ends_record(std::string_view next) {
  const size_t begin = std::min(next.find_first_not_of("\r\n"), next.size());
  return next.substr(begin).empty() || next.substr(begin).starts_with("WARC/");
}

// As the record that begins here ends its lines.
std::string_view next_record_of(BufferedStream& warc) {
  const std::string_view version = warc.peek(kMaxVersionBytes);
  const size_t end = version.find('\n');
  const bool is_lf =
      end != std::string_view::npos && end > 0 && version[end - 1] != '\r';
  return is_lf ? kNextRecordOfLf : kNextRecord;
}

// Where `next_record` begins; npos if none is in `content`. Its header begins
// as all of WARC do.
size_t find_record(std::string_view content, std::string_view next_record) {
  size_t at = content.find(next_record);
  while (at != std::string_view::npos) {
    std::string_view header = content.substr(at + next_record.size(), 64);
    header.remove_prefix(std::min(header.find('\n') + 1, header.size()));
    const std::string name = to_lower_ascii(header.substr(0, 8));
    if (name.starts_with("warc-") || name == "content-") break;
    at = content.find(next_record, at + 1);
  }
  return at;
}

// The content as it is, whatever Content-Length says of it: where no record
// ends there, or one begins before, it goes to the next record that is in
// sight. Of what is too large only the beginning is taken.
struct Content {
  std::string bytes;
  bool too_large = false;
};
Content read_content(BufferedStream& warc, uint64_t length,
                     std::string_view next_record) {
  const uint64_t sight = std::min<uint64_t>(length, kMaxDocumentBytes);
  const std::string_view ahead = warc.peek(sight + kHeaderSightBytes);
  if (ahead.size() < sight + kNextRecord.size()) warc.refuse_spoiled();
  const bool cut_short = ahead.size() < sight;
  const size_t next = find_record(ahead, next_record);
  const bool ends_well = sight == length && !cut_short && next >= sight &&
                         ends_record(ahead.substr(sight));
  if (ends_well) return {warc.read_block(sight)};
  if (next != std::string_view::npos) return {warc.read_block(next)};
  if (sight < length && !cut_short) {
    return {warc.read_block(kMaxHeaderBytes), true};
  }
  warc.skip(ahead.size());
  if (!cut_short) throw text::InputError("its Content-Length is wrong");
  warc.at_end();  // Throws where damage has cut it.
  throw text::InputError("the file ends inside of it");
}

// A record, or why it is no news.
struct Judged {
  std::optional<Record> record;
  std::string skipped;
};

// `content` of the media type `type` if that is news.
Judged judge(std::string content, MediaType type) {
  Record record;
  if (is_news_in_json(type.name, content)) {
    record.kind = RecordKind::kArticleLine;
  } else if (!is_news_type(type.name) &&
             !is_news_by_content(type.name, content)) {
    return {{}, skipped_type(type.name)};
  }
  record.charset = std::move(type.charset);
  record.bytes = std::move(content);
  return {std::move(record), {}};
}

Judged read_response(std::string_view message) {
  HttpResponse response = parse_http_response(message, kMaxDocumentBytes);
  if (response.status != 200 && response.status != 203) {
    return {{}, "HTTP status " + std::to_string(response.status)};
  }
  return judge(std::move(response.body),
               {std::move(response.media_type), std::move(response.charset)});
}

Judged make_record(const WarcHeader& header, std::string content) {
  MediaType type = parse_media_type(header.media_type);
  if (!holds_page(header)) return {{}, skipped_record(header.type)};
  if (is_robots_file(header.url)) return {{}, "robots.txt"};
  if (header.type == "response") {
    if (!type.name.ends_with("http")) return {{}, skipped_type(type.name)};
    return read_response(content);
  }
  if (header.type == "conversion" && type.charset.empty()) {
    type.charset = "utf-8";
  }
  return judge(std::move(content), std::move(type));
}

// Reads the records of one file.
class WarcReading {
 public:
  WarcReading(BufferedStream& warc, const std::string& archive,
              const RecordSink& sink)
      : warc_(warc), archive_(archive), sink_(sink) {}

  void read_all() {
    while (go_on()) {
    }
  }

 private:
  // Reads a record; false at the end.
  bool go_on() {
    const uint64_t before = number_;
    try {
      if (!find_next_record(warc_) && !failed_) {
        reject("bytes that no record owns follow it", false);
      }
      if (warc_.at_end()) return false;
      begin_record();
      read_next();
    } catch (const DamageError& error) {
      const auto lost = warc_.recover();
      if (!lost) throw;
      if (number_ == before) begin_record();
      failed_ = true;
      reject(std::string(error.what()) + ": " + std::to_string(*lost) +
                 " bytes are lost before the next record",
             true);
    }
    return true;
  }

  void begin_record() {
    ++number_;
    header_ = {};
    failed_ = false;
  }

  void read_next() {
    const std::string_view next_record = next_record_of(warc_);
    warc_.read_line(kMaxHeaderBytes);  // The version: WARC/1.0 or WARC/1.1.
    try {
      header_ = read_header(warc_);
      Content content = read_content(warc_, header_.length, next_record);
      Judged judged = make_record(header_, std::move(content.bytes));
      if (content.too_large && judged.record) throw text::InputError(kTooLarge);
      failed_ = content.too_large;
      hand_over(std::move(judged));
    } catch (const DamageError&) {
      throw;
    } catch (const text::InputError& error) {
      failed_ = true;
      reject(error.what(), warc_.at_end());
    }
  }

  void hand_over(Judged judged) {
    if (!judged.record) return sink_.on_skipped(judged.skipped);
    if (judged.record->kind == RecordKind::kArticleLine) {
      return read_json_text(std::move(judged.record->bytes), archive_, number_,
                            sink_);
    }
    judged.record->archive = archive_;
    judged.record->number = number_;
    judged.record->url = header_.url;
    judged.record->crawled = header_.date;
    sink_.on_record(*std::move(judged.record));
  }

  void reject(const std::string& reason, bool to_end) {
    sink_.on_reject({archive_, number_, reason, header_.url, to_end});
  }

  BufferedStream& warc_;
  const std::string& archive_;
  const RecordSink& sink_;
  uint64_t number_ = 0;  // of the record that is being read
  WarcHeader header_;    // of that record
  bool failed_ = false;  // it was rejected, or not read to its end
};

}  // namespace

void read_warc(BufferedStream& warc, const std::string& archive,
               const RecordSink& sink) {
  WarcReading(warc, archive, sink).read_all();
}

}  // namespace indexer
