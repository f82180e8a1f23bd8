#include "indexer/clean/feed_text.h"

#include <algorithm>
#include <vector>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

constexpr size_t kMaxFooterBytes = 800;
constexpr size_t kMaxLinkBytes = 60;

bool has_breaks(std::string_view html) {
  const std::string lower = to_lower_ascii(html);
  return lower.find("<p") != std::string::npos ||
         lower.find("<br") != std::string::npos ||
         lower.find("<div") != std::string::npos;
}

// `html` with `<p>` for each empty line.
std::string with_parted_lines(std::string_view html) {
  std::string parted;
  while (!html.empty()) {
    const std::string_view line = take_line(html);
    parted += trim_ascii(line).empty() ? std::string_view("<p>") : line;
    parted += '\n';
  }
  return parted;
}

std::vector<std::string> paragraphs_of(std::string_view html) {
  std::vector<std::string> paragraphs;
  for (std::string& line : split_lines(html_to_text(html))) {
    if (!line.empty()) paragraphs.push_back(std::move(line));
  }
  return paragraphs;
}

// Without the arrows and dots behind a link's text.
std::string_view without_arrow(std::string_view text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark :
         {"→", "»", "›", "…", ".", ">", "]", "&#187;", " "}) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      cut = true;
    }
  }
  return text;
}

bool is_link_on(std::string_view text) {
  while (text.starts_with('[') || text.starts_with('(')) text.remove_prefix(1);
  return is_phrase(without_arrow(text), Phrase::kReadMore);
}

// `paragraph` without a `Read more` behind its last sentence.
std::string_view without_link_on(std::string_view paragraph) {
  const size_t first =
      paragraph.size() - std::min(paragraph.size(), kMaxLinkBytes);
  for (size_t at = paragraph.find(' ', first); at != std::string_view::npos;
       at = paragraph.find(' ', at + 1)) {
    const std::string_view before = paragraph.substr(0, at);
    if (ends_sentence(before) && is_link_on(paragraph.substr(at + 1))) {
      return before;
    }
  }
  return paragraph;
}

bool is_footer(const std::string& paragraph) {
  return paragraph.size() <= kMaxFooterBytes &&
         (is_link_on(paragraph) || has_phrase(paragraph, Phrase::kFirstOn));
}

std::string without_footers(std::vector<std::string> paragraphs) {
  while (!paragraphs.empty() && is_footer(paragraphs.back())) {
    paragraphs.pop_back();
  }
  if (!paragraphs.empty()) {
    paragraphs.back().resize(without_link_on(paragraphs.back()).size());
  }
  return join_paragraphs(paragraphs);
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// The bytes of `[/caption]`, `[gallery ids="1,2"]` or `[embed]`, which is
// closed, that `text` begins with; 0 of `[sic]`.
size_t shortcode_size(std::string_view text) {
  constexpr size_t kMaxBytes = 1000;
  static constexpr std::string_view kBare[] = {"gallery", "embed", "caption",
                                               "audio",   "video", "playlist"};
  if (!text.starts_with('[')) return 0;
  const size_t end = text.substr(0, kMaxBytes).find(']');
  if (end == std::string_view::npos) return 0;
  std::string_view inside = text.substr(1, end - 1);
  const bool closes = inside.starts_with('/');
  if (closes) inside.remove_prefix(1);
  const auto name_end = std::ranges::find_if_not(inside, is_name_byte);
  const auto name =
      inside.substr(0, static_cast<size_t>(name_end - inside.begin()));
  const std::string_view rest = inside.substr(name.size());
  const bool with_values = rest.starts_with(' ') && rest.find('=') != rest.npos;
  const bool bare = rest.empty() && (closes || std::ranges::find(kBare, name) !=
                                                   std::end(kBare));
  return !name.empty() && (with_values || bare) ? end + 1 : 0;
}

std::string without_shortcodes(std::string_view html) {
  std::string plain;
  while (!html.empty()) {
    const size_t code = shortcode_size(html);
    if (code == 0) plain += html.front();
    html.remove_prefix(std::max<size_t>(1, code));
  }
  return plain;
}

bool is_address(std::string_view paragraph) {
  return (paragraph.starts_with("https://") ||
          paragraph.starts_with("http://")) &&
         paragraph.find(' ') == std::string_view::npos;
}

}  // namespace

std::string feed_item_text(std::string_view html) {
  return without_footers(paragraphs_of(
      has_breaks(html) ? std::string(html) : with_parted_lines(html)));
}

std::string wordpress_text(std::string_view html) {
  std::vector<std::string> paragraphs =
      paragraphs_of(with_parted_lines(without_shortcodes(html)));
  std::erase_if(paragraphs, is_address);
  return without_footers(std::move(paragraphs));
}

}  // namespace indexer
