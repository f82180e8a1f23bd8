#include "indexer/clean/prose.h"

#include <algorithm>

#include "indexer/archive/header_lines.h"

namespace indexer {
namespace {

// What a text has, counted by the line.
struct Census {
  size_t documents = 0;  // that a program of a library has numbered
  size_t lines = 0;      // that are not empty
  size_t addresses = 0;
  size_t json = 0;
  size_t bytes = 0;
  size_t code = 0;  // braces, equals signs, semicolons at ends
};

bool is_address(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://")) &&
         line.find(' ') == std::string_view::npos;
}

// `1 of 20 DOCUMENTS`, as Nexis begins a document, or `Document
// LAKE000020251216ec`, as Factiva ends one.
bool parts_documents(std::string_view line) {
  constexpr std::string_view kFactiva = "Document ";
  if (line.size() > 60) return false;
  if (line.ends_with(" DOCUMENTS")) {
    return line.find_first_not_of("0123456789") == line.find(" of ");
  }
  if (line.starts_with("AN ")) line.remove_prefix(3);
  if (!line.starts_with(kFactiva)) return false;
  line.remove_prefix(kFactiva.size());
  return line.size() > 16 && line.find(' ') == std::string_view::npos &&
         std::ranges::count_if(
             line, [](char c) { return c >= '0' && c <= '9'; }) >= 8;
}

bool is_json(std::string_view line) {
  return line.starts_with("{\"") || line.starts_with("\"{") ||
         line.starts_with("\x1E{") || line.substr(0, 40).find("({\"") < 40;
}

size_t code_marks(std::string_view line) {
  const auto marks = std::ranges::count_if(
      line, [](char c) { return c == '{' || c == '}' || c == '='; });
  return static_cast<size_t>(marks) + (line.ends_with(';') ? 1 : 0);
}

Census count(std::string_view utf8) {
  Census census;
  while (!utf8.empty()) {
    const std::string_view line = trim_ascii(take_line(utf8));
    if (line.empty()) continue;
    ++census.lines;
    census.bytes += line.size();
    census.addresses += is_address(line) ? 1 : 0;
    census.documents += parts_documents(line) ? 1 : 0;
    census.json += is_json(line) ? 1 : 0;
    census.code += is_address(line) ? 0 : code_marks(line);
  }
  return census;
}

}  // namespace

std::optional<std::string_view> told_from_prose(std::string_view utf8) {
  // Prose has next to none; style sheets and scripts have 4 to 10.
  constexpr size_t kCodeMarksInHundred = 3;
  const std::string begin = to_lower_ascii(trim_ascii(utf8.substr(0, 64)));
  if (begin.starts_with("cdx ")) return "an index of a crawl (CDX)";
  if (begin.starts_with("user-agent:")) return "robots.txt";
  const Census census = count(utf8);
  if (census.lines == 0) return {};
  if (census.documents > 1) return "several documents in one text";
  if (census.addresses == census.lines) return "a list of addresses";
  if (census.json * 2 > census.lines) {
    return "JSON that is no list of objects, or has something before it";
  }
  if (census.code * 100 > census.bytes * kCodeMarksInHundred) return "code";
  return {};
}

}  // namespace indexer
