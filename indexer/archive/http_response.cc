#include "indexer/archive/http_response.h"

#include <charconv>
#include <optional>
#include <vector>

#include "indexer/archive/brotli_body.h"
#include "indexer/archive/deflated_body.h"
#include "indexer/archive/header_lines.h"
#include "indexer/archive/kind.h"
#include "indexer/archive/packing.h"
#include "indexer/archive/zstd_body.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kMaxEncodings = 3;

// The code of `HTTP/1.1 200 OK`.
int parse_status(std::string_view line) {
  const size_t space = line.find(' ');
  int status = 0;
  if (line.starts_with("HTTP/") && space != std::string_view::npos) {
    const std::string_view code = trim_ascii(line.substr(space));
    std::from_chars(code.data(), code.data() + code.size(), status);
  }
  if (status < 100 || status > 999) {
    throw text::InputError("not an HTTP response");
  }
  return status;
}

// The size that the line before a chunk states, `1F` or `1F;name=value`.
std::optional<size_t> parse_chunk_size(std::string_view line) {
  const std::string_view digits = trim_ascii(line.substr(0, line.find(';')));
  size_t size = 0;
  const char* last = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), last, size, 16);
  if (error != std::errc() || end != last) return {};
  return size;
}

// Nothing if `body` is not in chunks. The end of the last chunk is enough, the
// empty one behind it may be missing. Throws InputError if a chunk is cut.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string joined;
  bool found_any = false;
  while (!body.empty()) {
    const auto size = parse_chunk_size(take_line(body));
    const bool cut = size && *size > body.size();
    const bool fits = size && (cut || *size == body.size() || *size == 0 ||
                               body.substr(*size).starts_with("\r\n") ||
                               body.substr(*size).starts_with('\n'));
    if (!fits && !found_any) return {};
    if (!fits || cut) throw text::InputError("its chunks are damaged or cut");
    found_any = true;
    if (*size == 0) break;
    joined.append(body.substr(0, *size));
    body.remove_prefix(*size);
    take_line(body);
  }
  return joined;
}

bool looks_deflated(std::string_view body) {
  return body.starts_with("\x1F\x8B") ||
         (body.size() > 1 && body[0] == '\x78' &&
          (static_cast<unsigned char>(body[0]) * 256 +
           static_cast<unsigned char>(body[1])) %
                  31 ==
              0);
}

std::string inflated(std::string body, std::string_view encoding,
                     size_t limit) {
  if (encoding != "deflate" && !looks_deflated(body)) return body;
  if (auto whole = inflate_body(body, limit)) return *std::move(whole);
  if (!looks_deflated(body)) return body;
  throw text::InputError("its gzip content is damaged or too large");
}

// The body without one encoding.
std::string undo_encoding(std::string body, std::string_view encoding,
                          size_t limit) {
  if (encoding.empty() || encoding == "identity") return body;
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate") {
    return inflated(std::move(body), encoding, limit);
  }
  if (encoding == "br" || encoding == "zstd") {
    auto whole = encoding == "br" ? unbrotli_body(body, limit)
                                  : unzstd_body(body, limit);
    if (whole) return *std::move(whole);
    if (recognise(body.substr(0, kKindBytes)) != Kind::kBinary &&
        packing_of(body) != Packing::kZstd) {
      return body;
    }
    throw text::InputError("its " + std::string(encoding) +
                           " content is damaged or too large");
  }
  if (body.starts_with('<')) return body;
  throw text::InputError("content encoding " + std::string(encoding) +
                         " is not supported");
}

// `encodings` are named in the order in which they were applied.
std::string decode_content(std::string body, std::string_view encodings,
                           size_t limit) {
  for (size_t undone = 0; !encodings.empty(); ++undone) {
    if (undone == kMaxEncodings) {
      throw text::InputError("more than 3 content encodings");
    }
    const size_t comma = encodings.rfind(',');
    const size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    body = undo_encoding(std::move(body), trim_ascii(encodings.substr(begin)),
                         limit);
    encodings = encodings.substr(0, begin > 0 ? begin - 1 : 0);
  }
  return body;
}

}  // namespace

MediaType parse_media_type(std::string_view value) {
  const size_t semicolon = value.find(';');
  MediaType type{to_lower_ascii(trim_ascii(value.substr(0, semicolon))), {}};
  const std::string lower = to_lower_ascii(value);
  const size_t charset = lower.find("charset=");
  if (charset == std::string::npos) return type;
  std::string_view name = std::string_view(lower).substr(charset + 8);
  name = trim_ascii(name.substr(0, name.find_first_of(";,")));
  while (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
  while (name.ends_with('"') || name.ends_with('\'')) name.remove_suffix(1);
  type.charset = std::string(name);
  return type;
}

HttpResponse parse_http_response(std::string_view message, size_t limit) {
  HttpResponse response;
  response.status = parse_status(take_line(message));
  std::vector<HeaderLine> headers;
  while (!message.empty()) {
    const std::string_view line = take_line(message);
    if (line.empty()) break;
    add_header_line(headers, line);
  }
  MediaType type = parse_media_type(find_header(headers, "content-type"));
  response.media_type = std::move(type.name);
  response.charset = std::move(type.charset);
  std::string body(message);
  if (to_lower_ascii(find_header(headers, "transfer-encoding"))
          .find("chunked") != std::string::npos) {
    if (auto joined = join_chunks(message)) body = *std::move(joined);
  }
  response.body = decode_content(
      std::move(body), to_lower_ascii(find_header(headers, "content-encoding")),
      limit);
  return response;
}

}  // namespace indexer
