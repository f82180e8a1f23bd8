#include "indexer/clean/page_lines.h"

#include <algorithm>

#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"

namespace indexer {
namespace {

constexpr size_t kMenuLines = 4;        // that a page begins with, at least
constexpr size_t kMenuWords = 2;        // of one of them, at most
constexpr size_t kMixedMenuLines = 12;  // at least, where others are among them
constexpr size_t kMaxLinesAbove = 100;  // that may be the title
constexpr size_t kMaxTitleBytes = 160;
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

// True if the lines before `end` are a page's menu: many, most of them short.
bool is_menu(const Lines& lines, size_t end) {
  size_t all = 0;
  size_t menu = 0;
  for (size_t i = 0; i < end; ++i) {
    if (lines[i].empty()) continue;
    ++all;
    menu += is_menu_line(lines[i]) ? 1 : 0;
    if (all == kMenuLines && menu == all) return true;
  }
  return all >= kMixedMenuLines && 2 * menu >= all;
}

// The parts of `line` that the text of an article repeats from its title: words
// of some length, pairs of characters in Chinese, Japanese and Korean.
std::vector<std::string_view> telling_parts(std::string_view line) {
  constexpr size_t kMinWordBytes = 4;
  constexpr size_t kPairBytes = 6;
  std::vector<std::string_view> parts;
  if (has_cjk(line)) {
    for (size_t at = 0; at + kPairBytes <= line.size(); at += 3) {
      parts.push_back(line.substr(at, kPairBytes));
    }
    return parts;
  }
  while (!line.empty()) {
    const size_t end = std::min(line.find(' '), line.size());
    if (end >= kMinWordBytes) parts.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return parts;
}

// How much of `line` is told again in `text`: the parts of it that are, by
// their share.
double told_again(const std::string& line, const std::string& text) {
  const std::vector<std::string_view> parts = telling_parts(line);
  if (parts.empty()) return 0;
  const auto told = std::ranges::count_if(parts, [&](std::string_view part) {
    return text.find(part) != std::string::npos;
  });
  return static_cast<double>(told * told) / static_cast<double>(parts.size());
}

// The title among the lines before `end`: of those that have words enough, the
// one that `text` tells most of again; the last of several.
std::optional<size_t> find_title(const Lines& lines, size_t end,
                                 const std::string& text) {
  std::optional<size_t> title;
  double best = 0;
  for (size_t i = end - std::min(end, kMaxLinesAbove); i < end; ++i) {
    const std::string& line = lines[i];
    if (word_count(line) < kTitleWords || line.size() > kMaxTitleBytes ||
        line.ends_with('.') || is_label(line)) {
      continue;
    }
    const double told = told_again(line, text);
    if (title && told < best) continue;
    title = i;
    best = told;
  }
  return title;
}

std::string beginning_of(const Lines& lines, size_t begin) {
  constexpr size_t kMaxBytes = 4000;
  std::string text;
  for (size_t i = begin; i < lines.size() && text.size() < kMaxBytes; ++i) {
    text.append(lines[i]).append("\n");
  }
  return text;
}

}  // namespace

std::optional<std::vector<std::string>> article_lines(const Lines& lines) {
  const auto first = std::ranges::find_if(lines, is_prose);
  if (first == lines.end()) return {};
  const auto text = static_cast<size_t>(first - lines.begin());
  if (!is_menu(lines, text)) return {};
  const auto title = find_title(lines, text, beginning_of(lines, text));
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
