// Header lines, `Name: value`, as WARC and HTTP have them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct HeaderLine {
  std::string name;  // lower case
  std::string value;
};

std::string to_lower_ascii(std::string_view text);
std::string_view trim_ascii(std::string_view text);

// Takes a line off the front of `rest` and gives it without its end, LF or CRLF.
std::string_view take_line(std::string_view& rest);

// Adds one line; a line that begins with white space continues the one before.
// A line without a colon is dropped.
void add_header_line(std::vector<HeaderLine>& headers, std::string_view line);

// The first value of `name`, which is lower case; empty if there is none.
std::string_view find_header(const std::vector<HeaderLine>& headers,
                             std::string_view name);

}  // namespace indexer
