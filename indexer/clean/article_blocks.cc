#include "indexer/clean/article_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "text/fold.h"

namespace indexer {
namespace {

// What a page says in so few bytes may be something else than prose.
constexpr size_t kMaxLabelBytes = 160;
constexpr size_t kMaxRequestBytes = 300;
constexpr size_t kMaxShortBytes = 60;

double link_share(const TextBlock& block) {
  return static_cast<double>(block.link_bytes) /
         static_cast<double>(block.text.size());
}

bool ends_with_half(std::string_view text) {
  return text.ends_with("a.m.") || text.ends_with("p.m.");
}

// A line that only says when or by whom the article was written, and not of
// whom a quotation is.
bool is_dateline(const TextBlock& block) {
  if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kRow ||
      block.text.size() > kMaxLabelBytes || block.text.starts_with("—") ||
      (ends_sentence(block.text) && !ends_with_half(block.text))) {
    return false;
  }
  return parse_press_date(block.text, {}) || !read_byline(block.text).empty();
}

// `Source: ...`, `Tags: ...`.
bool is_label(const TextBlock& block) {
  return block.text.size() <= kMaxLabelBytes &&
         (value_of(block.text, Phrase::kSource) ||
          value_of(block.text, Phrase::kTags));
}

// `▶ ...`, with a link.
bool points_elsewhere(const TextBlock& block) {
  static constexpr auto kPointers =
      std::to_array<std::string_view>({"▶", "▷", "►", "☞", "👉", ">>"});
  return link_share(block) > 0.2 &&
         std::ranges::any_of(kPointers, [&](std::string_view pointer) {
           return block.text.starts_with(pointer);
         });
}

// `Follow us ...`, `Read also: ...`, a cookie note.
bool is_request(const TextBlock& block) {
  if (block.text.size() > kMaxRequestBytes) return false;
  if (points_elsewhere(block)) return true;
  if (begins_with_phrase(block.text, Phrase::kRequest)) return true;
  if (block.text.size() <= kMaxShortBytes &&
      begins_with_phrase(block.text, Phrase::kShortRequest)) {
    return true;
  }
  if (is_phrase(block.text, Phrase::kRelated)) return true;
  return begins_with_phrase(block.text, Phrase::kReadMore) &&
         (link_share(block) > 0.3 || is_phrase(block.text, Phrase::kReadMore));
}

// `Jo Field jo@lakepost.example`: a line of few words with an e-mail address.
bool is_contact(const TextBlock& block) {
  constexpr ptrdiff_t kMaxSpaces = 5;
  const std::string& text = block.text;
  const size_t at = text.find('@');
  if (text.size() > kMaxLabelBytes || at == std::string::npos || at == 0) {
    return false;
  }
  const size_t dot = text.find('.', at);
  return text[at - 1] != ' ' && text[at - 1] != '(' && dot != text.npos &&
         dot + 1 < text.size() && text.find(' ', at) > dot &&
         std::ranges::count(text, ' ') <= kMaxSpaces;
}

// `text` without brackets before its first word.
std::string_view without_brackets(std::string_view text) {
  const size_t at = text.find_first_not_of("<[( ");
  return at == std::string_view::npos ? text : text.substr(at);
}

// An address as text.
bool is_address(std::string_view text) {
  return text.starts_with("http") && text.find("://") < 6;
}

bool is_heading(const TextBlock& block) {
  return block.kind == BlockKind::kHeading;
}

bool is_link(const TextBlock& block) { return link_share(block) > 0.7; }

bool is_content(const TextBlock& block) {
  const bool other = block.kind == BlockKind::kOther;
  const bool short_other =
      other && block.text.size() < 60 && !ends_sentence(block.text);
  return (!is_link(block) || is_heading(block)) && !short_other &&
         !(other && is_address(block.text)) && !is_dateline(block) &&
         !is_label(block) && !is_request(block) && !is_contact(block) &&
         !begins_with_phrase(without_brackets(block.text), Phrase::kDisclaimer);
}

// True if `text` ends as a sentence does, and not as `U.S.`
bool ends_whole_sentence(std::string_view text) {
  const bool initial = text.size() > 1 && text.ends_with('.') &&
                       text[text.size() - 2] >= 'A' &&
                       text[text.size() - 2] <= 'Z';
  return !initial && ends_sentence(text);
}

void cut_captions(std::vector<TextBlock>& blocks) {
  for (TextBlock& block : blocks) {
    if (block.kind == BlockKind::kCaption)
      block.text = caption_sentences(block.text);
  }
  std::erase_if(blocks, [](const TextBlock& b) { return b.text.empty(); });
}

// True if text stands below the heading `blocks[i]`.
bool heads_text(const std::vector<TextBlock>& blocks, size_t i) {
  for (size_t next = i + 1; next < blocks.size(); ++next) {
    if (!is_heading(blocks[next])) return true;
    if (blocks[next].level <= blocks[i].level) return false;
  }
  return false;
}

// Headings that are links are the article's where it has several of their
// level, each with text below; a single one links elsewhere.
bool are_own_links(const std::vector<TextBlock>& blocks, int level) {
  constexpr int kSeveral = 3;
  int linked = 0;
  for (size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (blocks[i].level != level || !is_link(blocks[i])) continue;
    if (is_heading(blocks[i + 1])) return false;
    ++linked;
  }
  return linked >= kSeveral;
}

void drop_linking_headings(std::vector<TextBlock>& blocks) {
  for (int level = 1; level <= 6; ++level) {
    if (are_own_links(blocks, level)) continue;
    std::erase_if(blocks, [level](const TextBlock& block) {
      return block.level == level && is_link(block);
    });
  }
}

}  // namespace

std::string caption_sentences(std::string_view caption) {
  constexpr size_t kMinBytes = 40;
  constexpr size_t kMaxCreditBytes = 80;
  size_t end = caption.size();
  while (end != std::string_view::npos && end >= kMinBytes &&
         caption.size() - end <= kMaxCreditBytes) {
    const std::string_view kept = caption.substr(0, end);
    if (ends_whole_sentence(kept)) return std::string(kept);
    end = caption.rfind(' ', end - 1);
  }
  return {};
}

bool heads_other_text(const TextBlock& block) {
  if (block.text.size() > kMaxLabelBytes) return false;
  if (is_phrase(block.text, Phrase::kRelated)) return true;
  return is_heading(block) &&
         (begins_with_phrase(block.text, Phrase::kRequest) ||
          is_phrase(block.text, Phrase::kReadMore));
}

std::vector<std::string> article_paragraphs(std::vector<TextBlock> blocks,
                                            std::string_view title) {
  std::erase_if(blocks, [](const TextBlock& b) { return !is_content(b); });
  cut_captions(blocks);
  drop_linking_headings(blocks);
  const std::string title_slug = text::slug(title);
  std::vector<std::string> paragraphs;
  for (size_t i = 0; i < blocks.size(); ++i) {
    TextBlock& block = blocks[i];
    if (is_heading(block) && !heads_text(blocks, i)) continue;
    const bool first_heading = block.level == 1 && paragraphs.empty();
    const bool short_enough = block.text.size() <= 2 * title.size() + 8;
    if (first_heading ||
        (short_enough && text::slug(block.text) == title_slug)) {
      continue;
    }
    paragraphs.push_back(block.text);
  }
  return paragraphs;
}

}  // namespace indexer
