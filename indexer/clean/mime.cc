#include "indexer/clean/mime.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/archive/http_response.h"
#include "indexer/clean/charset.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr int kMaxDepth = 8;
constexpr size_t kMaxParts = 1000;

std::vector<HeaderLine> take_headers(std::string_view& rest) {
  std::vector<HeaderLine> headers;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    add_header_line(headers, line);
  }
  return headers;
}

// `boundary="..."` of a media type; empty if it has none.
std::string boundary_of(std::string_view value) {
  const size_t at = to_lower_ascii(value).find("boundary=");
  if (at == std::string::npos) return {};
  std::string_view rest = value.substr(at + 9);
  if (rest.starts_with('"')) {
    rest.remove_prefix(1);
    return std::string(rest.substr(0, rest.find('"')));
  }
  return std::string(trim_ascii(rest.substr(0, rest.find(';'))));
}

// The parts between the boundary lines of `body`.
std::vector<std::string_view> split_parts(std::string_view body,
                                          const std::string& boundary) {
  const std::string mark = "--" + boundary;
  std::vector<std::string_view> parts;
  std::optional<size_t> begin;
  const std::string_view whole = body;
  while (!body.empty() && parts.size() < kMaxParts) {
    const size_t line_begin = whole.size() - body.size();
    const std::string_view line = take_line(body);
    if (!line.starts_with(mark)) continue;
    if (begin) parts.push_back(whole.substr(*begin, line_begin - *begin));
    begin = whole.size() - body.size();
    if (line.substr(mark.size()).starts_with("--")) return parts;
  }
  if (begin) parts.push_back(whole.substr(*begin));
  return parts;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// The byte of `=C3` at the front.
std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3 || text.front() != '=') return {};
  const int high = hex_value(text[1]);
  const int low = hex_value(text[2]);
  if (high < 0 || low < 0) return {};
  return static_cast<char>(high * 16 + low);
}

std::string decode_transfer(std::string_view body, std::string_view encoding) {
  const std::string lower = to_lower_ascii(trim_ascii(encoding));
  if (lower == "base64") return decode_base64(body);
  if (lower == "quoted-printable") return decode_quoted_printable(body);
  return std::string(body);
}

void add_parts(const std::vector<HeaderLine>& headers, std::string_view body,
               int depth, std::vector<MimePart>& parts) {
  const std::string_view type = find_header(headers, "content-type");
  MediaType media = parse_media_type(type);
  if (media.name.starts_with("multipart/")) {
    if (depth == kMaxDepth) return;
    for (std::string_view part : split_parts(body, boundary_of(type))) {
      auto inner = take_headers(part);
      const bool untyped = find_header(inner, "content-type").empty();
      if (untyped && media.name == "multipart/digest") {
        inner.push_back({"content-type", "message/rfc822"});
      }
      if (parts.size() < kMaxParts) add_parts(inner, part, depth + 1, parts);
    }
    return;
  }
  MimePart part;
  part.media_type = media.name.empty() ? "text/plain" : std::move(media.name);
  part.charset = std::move(media.charset);
  part.attached = to_lower_ascii(find_header(headers, "content-disposition"))
                      .starts_with("attachment");
  part.bytes =
      decode_transfer(body, find_header(headers, "content-transfer-encoding"));
  parts.push_back(std::move(part));
}

// `=?charset?Q?text?=` at the front of a header, taken apart.
struct EncodedWord {
  std::string charset;
  std::string bytes;
  size_t size = 0;  // of all of it
};
std::optional<EncodedWord> leading_word(std::string_view value) {
  if (!value.starts_with("=?")) return {};
  const size_t charset_end = value.find('?', 2);
  if (charset_end == std::string_view::npos) return {};
  const size_t text_begin = charset_end + 3;
  if (value.size() < text_begin || value[text_begin - 1] != '?') return {};
  const size_t end = value.find("?=", text_begin);
  if (end == std::string_view::npos) return {};
  std::string text(value.substr(text_begin, end - text_begin));
  const std::string_view charset = value.substr(2, charset_end - 2);
  EncodedWord word{
      std::string(charset.substr(0, charset.find('*'))), {}, end + 2};
  const char how = value[charset_end + 1];
  if (how == 'B' || how == 'b') {
    word.bytes = decode_base64(text);
  } else {
    std::ranges::replace(text, '_', ' ');
    word.bytes = decode_quoted_printable(text);
  }
  return word;
}

std::string decode_or_keep(const std::string& bytes,
                           const std::string& charset) {
  try {
    return decode(bytes, charset);
  } catch (const text::InputError&) {
    return {};
  }
}

// Words of one charset that follow each other are one text: a character may
// begin in one and end in the next.
class HeaderDecoding {
 public:
  std::string run(std::string_view value) {
    while (!value.empty()) {
      const auto word = leading_word(value);
      if (word) {
        take_word(*word);
        value.remove_prefix(word->size);
      } else {
        const size_t size = std::min(value.find("=?", 1), value.size());
        take_plain(value.substr(0, size));
        value.remove_prefix(size);
      }
    }
    flush();
    return std::move(out_);
  }

 private:
  void take_word(const EncodedWord& word) {
    if (word.charset != charset_) flush();
    charset_ = word.charset;
    encoded_ += word.bytes;
    in_words_ = true;
  }

  // White space between two words is none of the text.
  void take_plain(std::string_view text) {
    if (in_words_ && trim_ascii(text).empty()) return;
    flush();
    out_ += decode_or_keep(std::string(text), "");
  }

  void flush() {
    out_ += decode_or_keep(encoded_, charset_);
    encoded_.clear();
    in_words_ = false;
  }

  std::string out_;
  std::string charset_;
  std::string encoded_;
  bool in_words_ = false;
};

}  // namespace

MimeMessage parse_mime(std::string_view message) {
  MimeMessage parsed;
  parsed.headers = take_headers(message);
  add_parts(parsed.headers, message, 0, parsed.parts);
  return parsed;
}

std::string decode_header(std::string_view value) {
  return HeaderDecoding().run(value);
}

std::string decode_base64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<uint32_t>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    if (const auto byte = escaped_byte(text)) {
      bytes += *byte;
      text.remove_prefix(3);
    } else if (text.starts_with("=\r\n") || text.starts_with("=\n")) {
      text.remove_prefix(text[1] == '\r' ? 3 : 2);
    } else {
      bytes += text.front();
      text.remove_prefix(1);
    }
  }
  return bytes;
}

}  // namespace indexer
