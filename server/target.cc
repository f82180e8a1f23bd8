#include "server/target.h"

#include <algorithm>

#include "text/error.h"
#include "text/utf8.h"

namespace server {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

char decode_escape(std::string_view escape) {
  const int high = escape.size() == 3 ? hex_value(escape[1]) : -1;
  const int low = escape.size() == 3 ? hex_value(escape[2]) : -1;
  if (high < 0 || low < 0) {
    throw text::BadRequest("the address has a broken percent-encoding");
  }
  return static_cast<char>(high * 16 + low);
}

std::string decode(std::string_view encoded) {
  std::string decoded;
  for (size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] != '%') {
      decoded += encoded[i];
      continue;
    }
    decoded += decode_escape(encoded.substr(i, 3));
    i += 2;
  }
  if (decoded.find('\0') != std::string::npos ||
      !text::is_valid_utf8(decoded)) {
    throw text::BadRequest("the address is not percent-encoded UTF-8");
  }
  return decoded;
}

// Forms send a space as `+`.
std::string decode_parameter(std::string_view encoded) {
  std::string spaced(encoded);
  for (char& c : spaced) {
    if (c == '+') c = ' ';
  }
  return decode(spaced);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Clients that take us for a proxy send `http://host/path`.
std::string_view without_origin(std::string_view target) {
  constexpr std::string_view kScheme = "http://";
  if (!target.starts_with(kScheme)) return target;
  const size_t path = target.find('/', kScheme.size());
  return path == std::string_view::npos ? "/" : target.substr(path);
}

Parameters parse_parameters(std::string_view query) {
  constexpr ptrdiff_t kMostParameters = 1000;
  if (std::ranges::count(query, '&') >= kMostParameters) {
    throw text::BadRequest("the address has more than 1,000 parameters");
  }
  Parameters parameters;
  for (const std::string_view pair : split(query, '&')) {
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    parameters.add(decode_parameter(pair.substr(0, equals)),
                   decode_parameter(pair.substr(equals + 1)));
  }
  return parameters;
}

}  // namespace

Target parse_target(std::string_view target) {
  target = without_origin(target);
  if (!target.starts_with('/')) {
    throw text::BadRequest("the address does not begin with a slash");
  }
  Target parsed;
  const size_t question = target.find('?');
  for (const std::string_view segment :
       split(target.substr(1, question - 1), '/')) {
    parsed.segments.push_back(decode(segment));
  }
  if (question != std::string_view::npos) {
    parsed.parameters = parse_parameters(target.substr(question + 1));
  }
  return parsed;
}

}  // namespace server
