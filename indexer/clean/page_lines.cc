#include "indexer/clean/page_lines.h"

#include <algorithm>

#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"

namespace indexer {
namespace {

constexpr size_t kMenuLines = 4;        // that a page begins with, at least
constexpr size_t kMenuWords = 2;        // of one of them, at most
constexpr size_t kTitleWords = 3;       // at least
constexpr size_t kMaxLabelBytes = 160;  // of dates and bylines

using Lines = std::vector<std::string>;

// Some two characters are a word of Chinese, Japanese and Korean.
size_t word_count(const std::string& line) {
  constexpr size_t kCjkWordBytes = 8;
  if (has_cjk(line)) return line.size() / kCjkWordBytes;
  return static_cast<size_t>(std::ranges::count(line, ' ')) + 1;
}

bool is_prose(const std::string& line) {
  constexpr size_t kMinBytes = 80;
  constexpr size_t kMinCjkBytes = 60;
  return line.size() >= (has_cjk(line) ? kMinCjkBytes : kMinBytes) &&
         ends_sentence(line) && !begins_with_phrase(line, Phrase::kRequest);
}

// Says when or by whom the article was written.
bool is_label(const std::string& line) {
  return line.size() <= kMaxLabelBytes &&
         (parse_press_date(line, {}) || is_relative_date(line) ||
          !read_byline(line).empty() || value_of(line, Phrase::kPublished) ||
          value_of(line, Phrase::kAuthor) || value_of(line, Phrase::kSource));
}

bool is_menu_line(const std::string& line) {
  return word_count(line) <= kMenuWords && !ends_sentence(line) &&
         line.find(':') == std::string::npos && !is_label(line);
}

bool begins_with_menu(const Lines& lines) {
  size_t seen = 0;
  for (const std::string& line : lines) {
    if (line.empty()) continue;
    if (!is_menu_line(line)) return false;
    if (++seen == kMenuLines) return true;
  }
  return false;
}

// The title among the lines before `end`: the last that has words enough, above
// what says when it was written, or the first of several in a row.
std::optional<size_t> find_title(const Lines& lines, size_t end) {
  std::optional<size_t> title;
  for (size_t i = 0; i < end; ++i) {
    if (lines[i].empty()) continue;
    if (title && is_label(lines[i])) break;
    const bool fits =
        word_count(lines[i]) >= kTitleWords && !is_label(lines[i]);
    const bool follows = title && *title + 1 == i;
    if (fits && !follows) title = i;
  }
  return title;
}

}  // namespace

std::optional<std::vector<std::string>> article_lines(const Lines& lines) {
  if (!begins_with_menu(lines)) return {};
  const auto first = std::ranges::find_if(lines, is_prose);
  if (first == lines.end()) return {};
  const auto text = static_cast<size_t>(first - lines.begin());
  const auto title = find_title(lines, text);
  if (!title) return {};
  Lines article = {lines[*title]};
  for (size_t i = *title + 1; i < text; ++i) {
    if (is_label(lines[i]) || word_count(lines[i]) > kTitleWords) {
      article.push_back(lines[i]);
    }
  }
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_prose).base();
  article.insert(article.end(), first, last);
  return article;
}

}  // namespace indexer
