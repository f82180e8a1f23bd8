#include "exchange/rdf_terms.h"

#include <cstdio>

#include "text/utf8.h"

namespace exchange {
namespace {

bool is_ascii_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// `ucschar` of RFC 3987.
bool is_iri_letter(char32_t c) {
  if (c < 0xA0 || (c >= 0xE000 && c <= 0xF8FF)) return false;
  if (c >= 0xFDD0 && c <= 0xFDEF) return false;
  if (c >= 0xFFF0 && c <= 0xFFFF) return false;
  const bool is_noncharacter = (c & 0xFFFE) == 0xFFFE;
  return !is_noncharacter && c < 0xE0000;
}

bool is_unreserved(char32_t c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// Keeps what is unreserved or among `also`.
std::string encode_iri(std::string_view utf8, std::string_view also) {
  std::string iri;
  for (size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::code_point_at(utf8, at);
    const bool stays =
        is_unreserved(c.value) || is_iri_letter(c.value) ||
        (c.value < 0x80 &&
         also.find(static_cast<char>(c.value)) != std::string_view::npos);
    for (const char byte : text::encode_utf8(c.value)) {
      if (stays) {
        iri += byte;
        continue;
      }
      char encoded[4];
      std::snprintf(encoded, sizeof encoded, "%%%02X",
                    static_cast<unsigned>(static_cast<unsigned char>(byte)));
      iri += encoded;
    }
    at += c.size;
  }
  return iri;
}

std::string escaped(char32_t c) {
  switch (c) {
    case '\t':
      return "\\t";
    case '\b':
      return "\\b";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\f':
      return "\\f";
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    default:
      break;
  }
  if (c >= 0x20 && c != 0x7F) return text::encode_utf8(c);
  char encoded[8];
  std::snprintf(encoded, sizeof encoded, "\\u%04X", static_cast<unsigned>(c));
  return encoded;
}

}  // namespace

std::string lode_iri(std::string_view kind, std::string_view name) {
  return "<urn:lode:" + std::string(kind) + ":" + encode_iri(name, ":") + ">";
}

std::string known_iri(std::string_view iri) {
  return "<" + std::string(iri) + ">";
}

std::string url_iri(std::string_view url) {
  size_t end = 0;
  while (end < url.size() &&
         (is_ascii_letter(static_cast<unsigned char>(url[end])))) {
    ++end;
  }
  if (end == 0 || end == url.size() || url[end] != ':') return {};
  return "<" + encode_iri(url, "%:/?#[]@!$&'()*+,;=") + ">";
}

std::string literal(std::string_view utf8) {
  std::string text = "\"";
  for (size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::code_point_at(utf8, at);
    at += c.size;
    text += escaped(c.value);
  }
  return text + "\"";
}

std::string literal(std::string_view utf8, std::string_view type) {
  return literal(utf8) + "^^<http://www.w3.org/2001/XMLSchema#" +
         std::string(type) + ">";
}

std::string triple(std::string_view subject, std::string_view predicate,
                   std::string_view object) {
  std::string line;
  line.append(subject).append(" ").append(predicate).append(" ");
  return line.append(object).append(" .\n");
}

}  // namespace exchange
