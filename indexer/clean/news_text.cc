#include "indexer/clean/news_text.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "indexer/clean/plain_text.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

// No program wraps lines as late as this.
constexpr size_t kMaxWrappedBytes = 120;

// How HTML calls what NITF and NewsML call `name`.
std::string html_name(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6>
      kNames = {{{"hl1", "h1"},
                 {"hl2", "h2"},
                 {"bq", "blockquote"},
                 {"block", "div"},
                 {"body.content", "div"},
                 {"datacontent", "div"}}};
  const std::string_view local = local_name(name);
  for (const auto& [theirs, html] : kNames) {
    if (local == theirs) return std::string(html);
  }
  return std::string(local);
}

// Pictures, what stands below them, and notes to editors.
bool is_beside(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"media", "media-caption", "media-metadata", "media-producer", "figure",
       "figcaption", "ednote"});
  return std::ranges::find(kNames, name) != kNames.end();
}

// What is inside `node`, as HTML would have it.
Markup part_of(const Markup& markup, size_t node) {
  Markup part(markup.begin() + static_cast<std::ptrdiff_t>(node),
              markup.begin() + static_cast<std::ptrdiff_t>(markup[node].end));
  for (MarkupNode& inside : part) {
    inside.name = html_name(inside.name);
    inside.parent = std::max(inside.parent, node) - node;
    inside.end -= node;
  }
  return part;
}

bool has_blocks(const Markup& part) {
  return std::any_of(part.begin() + 1, part.end(), [](const auto& node) {
    return is_block_element(node.name);
  });
}

std::string plain_text_of(const Markup& part) {
  std::string text;
  for (const MarkupNode& node : part) text += node.text;
  return text;
}

void drop_repeated(std::vector<std::string>& paragraphs) {
  constexpr size_t kMinBytes = 40;
  std::set<std::string> seen;
  std::erase_if(paragraphs, [&](const std::string& paragraph) {
    return paragraph.size() >= kMinBytes && !seen.insert(paragraph).second;
  });
}

size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

// `utf8` with an empty line above each line that is indented more than the one
// before it.
std::string with_parted_indentations(std::string_view utf8) {
  std::string parted;
  size_t before = std::string_view::npos;
  while (!utf8.empty()) {
    const size_t end = std::min(utf8.find('\n'), utf8.size());
    const std::string_view line = utf8.substr(0, end);
    if (indentation(line) > before) parted += '\n';
    before = indentation(line);
    parted.append(line).append("\n");
    utf8.remove_prefix(std::min(end + 1, utf8.size()));
  }
  return parted;
}

}  // namespace

std::string_view local_name(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::vector<std::string> news_paragraphs(const Markup& markup, size_t node) {
  const Markup part = part_of(markup, node);
  std::vector<std::string> paragraphs;
  if (has_blocks(part)) {
    std::vector<bool> dropped;
    for (const MarkupNode& inside : part) {
      dropped.push_back(is_beside(inside.name));
    }
    for (TextBlock& block : text_blocks(part, dropped)) {
      paragraphs.push_back(std::move(block.text));
    }
  } else {
    paragraphs = plain_news_paragraphs(plain_text_of(part));
  }
  drop_repeated(paragraphs);
  return paragraphs;
}

std::vector<std::string> plain_news_paragraphs(std::string_view utf8) {
  std::vector<std::string> lines = split_lines(utf8);
  std::erase(lines, "");
  const bool by_line = std::ranges::any_of(
      lines, [](const auto& line) { return line.size() > kMaxWrappedBytes; });
  return by_line ? lines : unwrap(with_parted_indentations(utf8));
}

}  // namespace indexer
