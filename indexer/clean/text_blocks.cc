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

bool has_no_text(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"script", "style", "noscript", "template", "head", "textarea", "select",
       "option", "button", "svg", "iframe", "object", "audio", "video",
       "canvas", "map", "datalist", "embed"});
  return is_one_of(name, kNames);
}

// 1 to 6 of <h1> to <h6>; 0 of anything else.
int heading_level(std::string_view name) {
  const bool heading =
      name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? name[1] - '0' : 0;
}

BlockKind kind_of(std::string_view name) {
  static constexpr auto kParagraphs =
      std::to_array<std::string_view>({"p", "blockquote", "pre", "dd", "dt"});
  if (is_one_of(name, kParagraphs)) return BlockKind::kParagraph;
  if (name == "li") return BlockKind::kListItem;
  if (name == "figcaption") return BlockKind::kCaption;
  if (name == "td" || name == "th") return BlockKind::kCell;
  if (name == "tr") return BlockKind::kRow;
  return heading_level(name) > 0 ? BlockKind::kHeading : BlockKind::kOther;
}

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

// True if the <tr> at `row` is one of data: several cells, all of them short
// and without lists, headings, tables or paragraphs of their own.
bool is_data_row(const Markup& markup, size_t row) {
  constexpr size_t kMaxBytes = 1000;
  constexpr size_t kMaxBreaks = 5;
  static constexpr auto kPlain =
      std::to_array<std::string_view>({"td", "th", "p", "div", "br"});
  size_t cells = 0;
  size_t bytes = 0;
  size_t breaks = 0;
  for (size_t i = row + 1; i < markup[row].end; ++i) {
    const MarkupNode& node = markup[i];
    if (is_block_element(node.name) && !is_one_of(node.name, kPlain)) {
      return false;
    }
    cells += is_cell(node.name) ? 1 : 0;
    breaks += node.name == "br" ? 1 : 0;
    bytes += node.text.size();
    if (bytes > kMaxBytes || breaks > kMaxBreaks) return false;
  }
  return cells > 1;
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
    } else if (i < row_end_) {
      begin_cell(node.name);
    } else if (is_block_element(node.name)) {
      flush();
      blocks_.push_back(i);
      if (node.name == "tr" && is_data_row(markup_, i)) row_end_ = node.end;
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

  void begin_cell(std::string_view name) {
    if (current_.text.empty() || !is_block_element(name)) return;
    current_.text += is_cell(name) ? " | " : " ";
  }

  void flush() {
    breaks_ = 0;
    current_.text = collapse_space(current_.text);
    if (!current_.text.empty()) {
      current_.owner = blocks_.empty() ? 0 : blocks_.back();
      set_kind();
      found_.push_back(std::move(current_));
    }
    current_ = {};
  }

  // A <p> in an <li> is a list item's, a <div> in a <p> a paragraph's.
  void set_kind() {
    constexpr size_t kNear = 50;
    current_.kind = BlockKind::kOther;
    const size_t first = blocks_.size() - std::min(kNear, blocks_.size());
    for (size_t i = blocks_.size(); i > first; --i) {
      const std::string_view name = markup_[blocks_[i - 1]].name;
      current_.kind = kind_of(name);
      current_.level = heading_level(name);
      if (current_.kind != BlockKind::kOther || name != "div") break;
    }
    if (is_in_caption()) current_.kind = BlockKind::kCaption;
  }

  // A <p> or <div> in a <figcaption> is a caption.
  bool is_in_caption() const {
    constexpr size_t kNear = 3;
    const size_t first = blocks_.size() - std::min(kNear, blocks_.size());
    return std::any_of(
        blocks_.begin() + static_cast<ptrdiff_t>(first), blocks_.end(),
        [&](size_t block) { return markup_[block].name == "figcaption"; });
  }

  const Markup& markup_;
  const std::vector<bool>& dropped_;
  std::vector<TextBlock> found_;
  TextBlock current_;
  std::vector<size_t> blocks_;  // block elements that are open
  size_t links_end_ = 0;        // nodes before it are inside a link
  size_t row_end_ = 0;          // nodes before it are inside a row of data
  int breaks_ = 0;              // <br>s since the last text
};

}  // namespace

bool is_block_element(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"address", "article", "aside",    "blockquote", "body",    "caption",
       "center",  "dd",      "details",  "dialog",     "dir",     "div",
       "dl",      "dt",      "fieldset", "figcaption", "figure",  "footer",
       "form",    "h1",      "h2",       "h3",         "h4",      "h5",
       "h6",      "header",  "hgroup",   "hr",         "html",    "legend",
       "li",      "main",    "menu",     "nav",        "ol",      "optgroup",
       "p",       "pre",     "search",   "section",    "summary", "table",
       "tbody",   "td",      "tfoot",    "th",         "thead",   "title",
       "tr",      "ul"});
  return std::ranges::binary_search(kNames, name);
}

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
