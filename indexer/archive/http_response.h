// An HTTP response as a crawler stored it.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

struct HttpResponse {
  int status = 0;
  std::string media_type;  // lower case, without parameters; may be empty
  std::string charset;     // of the media type; may be empty
  std::string body;        // without chunks and content encoding
};

// Splits `text/html; charset=UTF-8`.
struct MediaType {
  std::string name;
  std::string charset;
};
MediaType parse_media_type(std::string_view value);

// Headers that claim chunks or gzip which the body does not have are ignored:
// crawlers often store the body decoded and the headers as they came. Throws
// InputError if `message` is no HTTP response, its body has an encoding that
// can't be undone, or is larger than `limit` bytes.
HttpResponse parse_http_response(std::string_view message, size_t limit);

}  // namespace indexer
