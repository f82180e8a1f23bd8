#include "indexer/clean/mail_text.h"

#include <algorithm>
#include <array>
#include <utility>
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

std::string_view without_quote_marks(std::string_view line) {
  return line.substr(std::min(line.find_first_not_of("> "), line.size()));
}

// A header line as programs write them above what they forward, in several
// languages.
bool is_header(std::string_view line) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"from",     "to",        "cc",       "date",      "sent",     "subject",
       "reply-to", "von",       "an",       "datum",     "gesendet", "betreff",
       "de",       "à",         "À",        "envoyé",    "objet",    "para",
       "enviado",  "asunto",    "fecha",    "da",        "data",     "oggetto",
       "보낸사람", "보낸 사람", "받는사람", "받는 사람", "날짜",     "제목",
       "发件人",   "收件人",    "发送时间", "日期",      "主题",     "抄送",
       "差出人",   "宛先",      "送信日時", "件名"});
  constexpr std::string_view kWideColon = "：";
  const size_t colon = std::min(line.find(':'), line.find(kWideColon));
  if (colon == std::string_view::npos) return false;
  const std::string name = to_lower_ascii(trim_ascii(line.substr(0, colon)));
  return std::ranges::find(kNames, name) != kNames.end();
}

// What stands below the header lines that `plain` begins with, blank ones above
// them included; all of it if they are fewer than two.
std::string_view below_headers(std::string_view plain) {
  constexpr int kMinHeaders = 2;
  int headers = 0;
  std::string_view below = plain;
  while (!plain.empty()) {
    const std::string_view line = without_quote_marks(take_line(plain));
    const bool header = is_header(line);
    if (!header && (headers > 0 || !line.empty())) break;
    if (header) ++headers;
    if (headers >= kMinHeaders) below = plain;
  }
  return below;
}

// Takes the header lines below `line` off `rest`, if it is one such as
// `---------- Forwarded message ---------`; false if it is not.
bool take_forward(std::string_view line, std::string_view& rest) {
  if (!line.starts_with("-----") || !line.ends_with("-----")) return false;
  const std::string_view below = below_headers(rest);
  const bool forwards = below.size() < rest.size();
  rest = below;
  return forwards;
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
  while (!plain.empty()) {
    std::string_view line = take_line(plain);
    if (line == "--" || line == "-- ") break;
    const size_t quoted = quote_depth(line);
    if (quoted != depth) lines += '\n';
    depth = quoted;
    if (quoted > 0) line = without_quote_marks(line);
    const bool forwards = take_forward(line, plain);
    if (!forwards && !is_rule(line)) lines += line;
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

bool is_foot(const std::string& paragraph) {
  return begins_with_phrase(paragraph, Phrase::kMailFoot);
}

// Without what begins as the foot of a newsletter does, and all below the first
// that has as much text above as below it, or 200 bytes: others are its head.
std::vector<std::string> without_foot(std::vector<std::string> paragraphs) {
  constexpr size_t kEnough = 200;
  size_t below = 0;
  for (const std::string& paragraph : paragraphs) {
    if (!is_foot(paragraph)) below += paragraph.size();
  }
  size_t above = 0;
  std::vector<std::string> text;
  for (std::string& paragraph : paragraphs) {
    const bool foot = is_foot(paragraph);
    if (foot && above >= std::min(below, kEnough)) break;
    if (foot) continue;
    above += paragraph.size();
    below -= paragraph.size();
    text.push_back(std::move(paragraph));
  }
  return text;
}

}  // namespace

std::string mail_text(std::string_view plain) {
  std::vector<std::string> paragraphs = unwrap(text_lines(plain));
  for (std::string& paragraph : paragraphs) {
    paragraph = without_marks(without_addresses(paragraph));
  }
  std::erase_if(paragraphs, is_beside);
  return join_paragraphs(without_foot(std::move(paragraphs)));
}

}  // namespace indexer
