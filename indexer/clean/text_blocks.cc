#include "indexer/clean/text_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/clean/plain_text.h"

namespace indexer {
namespace {

template <size_t N>
bool is_one_of(std::string_view name,
               const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_inline(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"a",      "abbr",  "acronym", "b",    "bdi",    "bdo",  "big",
       "cite",   "code",  "data",    "del",  "dfn",    "em",   "font",
       "i",      "img",   "ins",     "kbd",  "mark",   "q",    "rp",
       "rt",     "ruby",  "s",       "samp", "small",  "span", "strike",
       "strong", "sub",   "sup",     "time", "tt",     "u",    "var",
       "wbr",    "label", "o:p",     "nobr", "amp-img"});
  return is_one_of(name, kNames);
}

bool has_no_text(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"script", "style", "noscript", "template", "head", "textarea", "select",
       "option", "button", "svg", "iframe", "object", "audio", "video",
       "canvas", "map", "datalist", "embed"});
  return is_one_of(name, kNames);
}

BlockKind kind_of(std::string_view name) {
  static constexpr auto kParagraphs = std::to_array<std::string_view>(
      {"p", "blockquote", "pre", "dd", "dt", "figcaption"});
  if (is_one_of(name, kParagraphs)) return BlockKind::kParagraph;
  if (name == "li") return BlockKind::kListItem;
  if (name == "td" || name == "th") return BlockKind::kCell;
  const bool heading =
      name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? BlockKind::kHeading : BlockKind::kOther;
}

// Collects text until the block that it belongs to ends.
class BlockCollector {
 public:
  BlockCollector(const Markup& markup, const std::vector<bool>& dropped)
      : markup_(markup), dropped_(dropped) {}

  std::vector<TextBlock> collect() {
    for (size_t i = 0; i < markup_.size();) {
      while (!blocks_.empty() && markup_[blocks_.back()].end <= i) {
        flush();
        blocks_.pop_back();
      }
      i = visit(i);
    }
    flush();
    return std::move(found_);
  }

 private:
  // The next node to visit.
  size_t visit(size_t i) {
    const MarkupNode& node = markup_[i];
    if (node.name.empty()) {
      add_text(i);
    } else if (has_no_text(node.name) || (!dropped_.empty() && dropped_[i])) {
      return node.end;
    } else if (node.name == "br") {
      if (++breaks_ > 1) flush();
    } else if (node.name == "a") {
      links_end_ = std::max(links_end_, node.end);
    } else if (!is_inline(node.name)) {
      flush();
      blocks_.push_back(i);
    }
    return i + 1;
  }

  void add_text(size_t i) {
    const std::string& text = markup_[i].text;
    const std::string collapsed = collapse_space(text);
    if (collapsed.empty()) {
      if (!current_.text.empty()) current_.text += ' ';
      return;
    }
    if (current_.text.empty()) current_.node = i;
    if (breaks_ > 0) current_.text += ' ';
    breaks_ = 0;
    current_.text += text;
    if (i < links_end_) current_.link_bytes += collapsed.size();
  }

  void flush() {
    breaks_ = 0;
    current_.text = collapse_space(current_.text);
    if (!current_.text.empty()) {
      current_.owner = blocks_.empty() ? 0 : blocks_.back();
      current_.kind = innermost_kind();
      found_.push_back(std::move(current_));
    }
    current_ = {};
  }

  // A <p> in an <li> is a list item's, a <div> in a <p> a paragraph's.
  BlockKind innermost_kind() const {
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      const BlockKind kind = kind_of(markup_[*block].name);
      if (kind != BlockKind::kOther) return kind;
      if (markup_[*block].name != "div") break;
    }
    return BlockKind::kOther;
  }

  const Markup& markup_;
  const std::vector<bool>& dropped_;
  std::vector<TextBlock> found_;
  TextBlock current_;
  std::vector<size_t> blocks_;  // block elements that are open
  size_t links_end_ = 0;        // nodes before it are inside a link
  int breaks_ = 0;              // <br>s since the last text
};

}  // namespace

std::vector<TextBlock> text_blocks(const Markup& markup,
                                   const std::vector<bool>& dropped) {
  return BlockCollector(markup, dropped).collect();
}

std::string html_to_text(std::string_view html) {
  std::vector<std::string> paragraphs;
  for (TextBlock& block : text_blocks(parse_html(html), {})) {
    const bool link = block.link_bytes >= block.text.size();
    if (!link) paragraphs.push_back(std::move(block.text));
  }
  return join_paragraphs(paragraphs);
}

}  // namespace indexer
