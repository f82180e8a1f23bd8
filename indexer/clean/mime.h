// Messages as mail carries them (RFC 2045 to 2047).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/header_lines.h"

namespace indexer {

// A part without parts, its transfer encoding undone.
struct MimePart {
  std::string media_type;  // lower case, without parameters
  std::string charset;     // as declared; empty if it is not
  bool attached = false;   // a file beside the text
  std::string bytes;
};

struct MimeMessage {
  std::vector<HeaderLine> headers;
  std::vector<MimePart>
      parts;  // in order; what is nested too deeply is left out
};

MimeMessage parse_mime(std::string_view message);

// A header value in UTF-8, with its encoded words (`=?utf-8?Q?Caf=C3=A9?=`)
// read. A word of an unknown charset stays as it is.
std::string decode_header(std::string_view value);

// Both take what is well-formed of broken input.
std::string decode_base64(std::string_view text);
std::string decode_quoted_printable(std::string_view text);

}  // namespace indexer
