#include "indexer/clean/mail_text.h"

#include <algorithm>
#include <vector>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"

namespace indexer {
namespace {

// `-----`, `=====`.
bool is_rule(std::string_view line) {
  line = trim_ascii(line);
  return line.size() >= 3 &&
         line.find_first_not_of("-=_*~#+") == std::string_view::npos;
}

// `---------- Forwarded message ---------`, and header lines below it.
bool begins_forward(std::string_view line) {
  return line.starts_with("-----") && line.ends_with("-----");
}

bool is_header(std::string_view line) {
  const size_t colon = line.find(": ");
  return colon != std::string_view::npos && line.find(' ') > colon;
}

std::string_view without_quote_marks(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of("> "), line.size()));
}

size_t quote_depth(std::string_view line) {
  const size_t marks = line.size() - without_quote_marks(line).size();
  return static_cast<size_t>(std::ranges::count(line.substr(0, marks), '>'));
}

// The lines of a message up to its signature; empty ones for rules, and where
// a quotation begins or ends, whose marks are left out.
std::string text_lines(std::string_view plain) {
  std::string lines;
  size_t depth = 0;
  bool in_header = false;  // of a forwarded message
  while (!plain.empty()) {
    std::string_view line = take_line(plain);
    if (line == "--" || line == "-- ") break;
    const size_t quoted = quote_depth(line);
    if (quoted != depth) lines += '\n';
    depth = quoted;
    if (quoted > 0) line = without_quote_marks(line);
    in_header = begins_forward(line) || (in_header && is_header(line));
    if (!in_header && !is_rule(line)) lines += line;
    lines += '\n';
  }
  return lines;
}

// The bytes of `( https://a.example/x )`, `<https://…>` or `[https://…]` that
// `text` begins with; 0 if it begins otherwise.
size_t address_size(std::string_view text) {
  constexpr size_t kMaxBytes = 2048;
  text = text.substr(0, kMaxBytes);
  const size_t opened = std::string_view("(<[").find(text.front());
  if (opened == std::string_view::npos) return 0;
  const std::string_view inside = trim_ascii(text.substr(1));
  if (!inside.starts_with("http://") && !inside.starts_with("https://")) {
    return 0;
  }
  const size_t end = text.find(")>]"[opened]);
  if (end == std::string_view::npos) return 0;
  const std::string_view address = trim_ascii(text.substr(1, end - 1));
  return address.find(' ') == std::string_view::npos ? end + 1 : 0;
}

std::string without_addresses(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const size_t address = address_size(text);
    if (address == 0) plain += text.front();
    text.remove_prefix(std::max<size_t>(1, address));
  }
  return collapse_space(plain);
}

// `** Top story`, as programs mark headings.
std::string without_marks(std::string text) {
  if (text.starts_with("** ")) text.erase(0, 3);
  return text;
}

bool is_beside(const std::string& paragraph) {
  constexpr size_t kMaxBytes = 200;
  return paragraph.empty() || is_phrase(paragraph, Phrase::kReadMore) ||
         (paragraph.size() <= kMaxBytes &&
          begins_with_phrase(paragraph, Phrase::kMailHead));
}

}  // namespace

std::string mail_text(std::string_view plain) {
  std::vector<std::string> paragraphs = unwrap(text_lines(plain));
  for (std::string& paragraph : paragraphs) {
    paragraph = without_marks(without_addresses(paragraph));
  }
  const auto foot =
      std::ranges::find_if(paragraphs, [](const std::string& paragraph) {
        return begins_with_phrase(paragraph, Phrase::kMailFoot);
      });
  paragraphs.erase(foot, paragraphs.end());
  std::erase_if(paragraphs, is_beside);
  return join_paragraphs(paragraphs);
}

}  // namespace indexer
