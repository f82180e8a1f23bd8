#include "exchange/xml_text.h"

#include "text/utf8.h"

namespace exchange {
namespace {

bool is_dropped(char32_t c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// Keeps the places of what follows: evidence tells them as offsets.
char32_t xml_character(char32_t c) {
  return c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
}

std::string_view reference(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\t':
      return "&#9;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    default:
      return {};
  }
}

}  // namespace

std::string xml_text(std::string_view utf8) {
  std::string xml;
  for (size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::code_point_at(utf8, at);
    at += c.size;
    if (is_dropped(c.value)) continue;
    const std::string_view escaped = reference(c.value);
    xml += escaped.empty() ? text::encode_utf8(xml_character(c.value))
                           : std::string(escaped);
  }
  return xml;
}

}  // namespace exchange
