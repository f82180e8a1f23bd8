#include "indexer/clean/wrapped_lines.h"

#include <algorithm>
#include <vector>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/plain_text.h"

namespace indexer {
namespace {

constexpr size_t kMaxWidth = 100;
constexpr size_t kMinWidth = 40;
constexpr size_t kMinBroken = 4;  // lines that tell a habit
constexpr size_t kSlack = 8;      // bytes that the right margin is ragged by

struct Line {
  std::string_view text;  // as it stands
  bool is_open = false;   // the next one may go on with its paragraph
};

bool is_blank(std::string_view line) { return trim_ascii(line).empty(); }

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  const bool ends_line = text.ends_with('\n');
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    if (!lines.empty() && !is_blank(lines.back().text) && !is_blank(line)) {
      lines.back().is_open = !indented;
    }
    lines.push_back({line});
  }
  if (ends_line) lines.emplace_back();
  return lines;
}

size_t first_word_size(std::string_view line) {
  return std::min(line.find(' '), line.size());
}

// The width that lines were broken to; 0 if they were not.
size_t find_width(const std::vector<Line>& lines) {
  size_t widest = 0;
  size_t open = 0;
  size_t broken = 0;
  size_t long_ones = 0;
  for (const Line& line : lines) {
    widest = std::max(widest, line.text.size());
    if (!line.is_open) continue;
    ++open;
    broken += ends_sentence(trim_ascii(line.text)) ? 0 : 1;
    long_ones += line.text.size() >= kMinWidth ? 1 : 0;
  }
  const bool is_habit = broken >= kMinBroken && broken * 10 >= open * 6 &&
                        long_ones * 10 >= open * 7;
  return is_habit && widest <= kMaxWidth ? widest : 0;
}

bool begins_small(std::string_view line) {
  return !line.empty() && line.front() >= 'a' && line.front() <= 'z';
}

// Joins line and next where `goes_on` says so of them.
template <typename GoesOn>
std::string join(const std::vector<Line>& lines, const GoesOn& goes_on) {
  std::string text;
  for (size_t i = 0; i < lines.size(); ++i) {
    text += lines[i].text;
    if (i + 1 == lines.size()) break;
    const bool joined =
        lines[i].is_open && goes_on(lines[i].text, lines[i + 1].text);
    text += joined ? ' ' : '\n';
  }
  return text;
}

std::string join_full(const std::vector<Line>& lines, size_t width) {
  return join(lines, [&](std::string_view line, std::string_view next) {
    return line.size() + 1 + first_word_size(next) + kSlack > width;
  });
}

}  // namespace

std::string unwrap_lines(std::string_view utf8) {
  const std::vector<Line> lines = lines_of(utf8);
  const size_t width = find_width(lines);
  if (width == 0 || has_cjk(utf8)) return std::string(utf8);
  return join_full(lines, width);
}

std::string unwrap_sentences(std::string_view utf8) {
  if (utf8.find('\n') == std::string_view::npos) return std::string(utf8);
  const std::vector<Line> lines = lines_of(utf8);
  const size_t width = has_cjk(utf8) ? 0 : find_width(lines);
  if (width > 0) return join_full(lines, width);
  constexpr size_t kMinSentence = 20;
  return join(lines, [&](std::string_view line, std::string_view next) {
    return line.size() >= kMinSentence && begins_small(next) &&
           !ends_sentence(trim_ascii(line));
  });
}

}  // namespace indexer
