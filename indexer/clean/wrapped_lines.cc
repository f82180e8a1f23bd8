#include "indexer/clean/wrapped_lines.h"

#include <algorithm>
#include <cstddef>
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

bool begins_small(std::string_view line) {
  return !line.empty() && line.front() >= 'a' && line.front() <= 'z';
}

// `- zinc`, `• zinc`, `12. zinc`.
bool begins_item(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "• ", "– ", "— "}) {
    if (line.starts_with(mark)) return true;
  }
  const size_t digits =
      std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < line.size() &&
         (line[digits] == '.' || line[digits] == ')');
}

// `Published: …`, as lines of a header do.
bool has_label(std::string_view line) {
  constexpr size_t kMaxLabelBytes = 20;
  const size_t colon = line.substr(0, kMaxLabelBytes).find(':');
  return colon != std::string_view::npos && !begins_small(line);
}

// Columns are parted by more than one space.
bool has_gap(std::string_view line) {
  const size_t gap = line.find("  ");
  return gap != std::string_view::npos && gap > 0 &&
         !ends_sentence(line.substr(0, gap));
}

// What the lines within paragraphs are like.
struct Habit {
  size_t widest = 0;
  size_t open = 0;
  size_t broken = 0;  // within a sentence
  size_t long_ones = 0;
  size_t small_next = 0;  // the next begins with a small letter
  size_t gaps = 0;
};

Habit habit_of(const std::vector<Line>& lines) {
  Habit habit;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    habit.widest = std::max(habit.widest, line.size());
    if (!lines[i].is_open) continue;
    ++habit.open;
    habit.broken += ends_sentence(trim_ascii(line)) ? 0 : 1;
    habit.long_ones += line.size() >= kMinWidth ? 1 : 0;
    habit.small_next += begins_small(lines[i + 1].text) ? 1 : 0;
    habit.gaps += has_gap(line) ? 1 : 0;
  }
  return habit;
}

// The width that lines were broken to; 0 if they were not.
size_t find_width(const std::vector<Line>& lines) {
  const Habit habit = habit_of(lines);
  const bool is_habit =
      habit.broken >= kMinBroken && habit.broken * 10 >= habit.open * 6 &&
      habit.long_ones * 10 >= habit.open * 7 &&
      habit.small_next * 10 >= habit.open * 4 && habit.gaps * 5 < habit.open;
  return is_habit && habit.widest <= kMaxWidth ? habit.widest : 0;
}

// Joins the line and the next where `goes_on` says so of its number.
template <typename GoesOn>
std::string join(const std::vector<Line>& lines, const GoesOn& goes_on) {
  std::string text;
  for (size_t i = 0; i < lines.size(); ++i) {
    text += lines[i].text;
    if (i + 1 == lines.size()) break;
    const bool joined = lines[i].is_open && goes_on(i);
    while (joined && text.ends_with(' ')) text.pop_back();
    text += joined ? ' ' : '\n';
  }
  return text;
}

// A line goes on where the first word of the next would not have fitted. A
// title and lines of a header do not, but within a sentence.
std::string join_full(const std::vector<Line>& lines, size_t width) {
  return join(lines, [&](size_t i) {
    const std::string_view line = lines[i].text;
    const std::string_view next = lines[i + 1].text;
    if (begins_item(next) || has_label(next)) return false;
    if ((i == 0 || has_label(line)) && !begins_small(next)) return false;
    return line.size() + 1 + first_word_size(next) + kSlack > width;
  });
}

// True if the break between two lines stands within a sentence.
bool breaks_sentence(std::string_view line, std::string_view next) {
  constexpr size_t kMinBytes = 40;
  constexpr std::ptrdiff_t kMinSpaces = 4;
  line = trim_ascii(line);
  const bool is_address = next.starts_with("http");
  const bool is_brand = next.size() > 1 && next[1] >= 'A' && next[1] <= 'Z';
  return line.size() >= kMinBytes && begins_small(next) && !is_address &&
         !is_brand && !line.ends_with(':') && !ends_sentence(line) &&
         std::ranges::count(line, ' ') >= kMinSpaces;
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
  return join(lines, [&](size_t i) {
    return breaks_sentence(lines[i].text, lines[i + 1].text);
  });
}

}  // namespace indexer
