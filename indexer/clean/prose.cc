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
  size_t braces = 0;
  size_t statements = 0;   // lines that end with a semicolon or a brace
  size_t crawl_rules = 0;  // of a robots.txt
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

size_t count_braces(std::string_view line) {
  return static_cast<size_t>(
      std::ranges::count_if(line, [](char c) { return c == '{' || c == '}'; }));
}

bool is_statement(std::string_view line) {
  return line.ends_with(';') || line.ends_with('{') || line.ends_with('}');
}

bool is_crawl_rule(std::string_view line) {
  const std::string begin = to_lower_ascii(line.substr(0, 9));
  return begin == "disallow:" || begin.starts_with("allow:") ||
         begin.starts_with("sitemap:");
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
    census.braces += count_braces(line);
    census.statements += is_statement(line) ? 1 : 0;
    census.crawl_rules += is_crawl_rule(line) ? 1 : 0;
  }
  return census;
}

// Style sheets and scripts have braces, and a third of their lines end as
// statements do; of those without line breaks, each brace ends some.
bool is_code(const Census& census) {
  constexpr size_t kBytesPerBrace = 100;
  const bool dense = census.braces * kBytesPerBrace > census.bytes;
  return census.braces >= 2 && dense && census.statements * 3 >= census.lines;
}

}  // namespace

std::optional<std::string_view> told_from_prose(std::string_view utf8) {
  const std::string begin = to_lower_ascii(trim_ascii(utf8.substr(0, 64)));
  if (begin.starts_with("cdx ")) return "an index of a crawl (CDX)";
  const Census census = count(utf8);
  if (begin.starts_with("user-agent:") && census.crawl_rules > 0) {
    return "robots.txt";
  }
  if (census.lines == 0) return {};
  if (census.documents > 1) return "several documents in one text";
  if (census.addresses == census.lines) return "a list of addresses";
  if (census.json * 2 > census.lines) {
    return "JSON that is no list of objects, or has something before it";
  }
  if (is_code(census)) return "code";
  return {};
}

}  // namespace indexer
