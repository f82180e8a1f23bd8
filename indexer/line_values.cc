#include "indexer/line_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/phrases.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

// Numbers above are milliseconds since 1970, below seconds.
constexpr double kFirstMillisecond = 1e11;
// Below are years, and days such as 20251216.
constexpr double kFirstSecond = 1e8;

std::optional<text::Timestamp> from_number(double seconds) {
  if (seconds < kFirstSecond) return {};
  if (seconds > kFirstMillisecond) seconds /= 1000;
  constexpr double kYear9999 = 253402300799.0;
  if (!(seconds > 0 && seconds <= kYear9999)) return {};
  return text::Timestamp{static_cast<int64_t>(seconds)};
}

// Ten digits or thirteen, as tables have such numbers.
bool is_epoch(std::string_view text) {
  const bool digits =
      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return digits && (text.size() == 10 || text.size() == 13);
}

// The strings in `['Jo Field', "Pat O'Neill"]`: each ends at the quote that a
// comma or the end follows.
std::vector<std::string> quoted_strings(std::string_view list) {
  std::vector<std::string> strings;
  size_t begin = list.find_first_of("'\"");
  while (begin != std::string_view::npos) {
    const char quote = list[begin];
    size_t end = list.find(quote, begin + 1);
    while (end != std::string_view::npos && end + 1 < list.size() &&
           list[end + 1] != ',' && list[end + 1] != ']') {
      end = list.find(quote, end + 1);
    }
    if (end == std::string_view::npos) break;
    strings.emplace_back(list.substr(begin + 1, end - begin - 1));
    begin = list.find_first_of("'\"", end + 1);
  }
  return strings;
}

std::vector<std::string> split_names(std::string_view text) {
  text = trim_ascii(text);
  if (text.starts_with('[') && text.ends_with(']')) return quoted_strings(text);
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(';'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

constexpr int kMaxBlockDepth = 8;

// What a block is, where it says so.
bool is_beside(const Json& block) {
  for (const char* key : {"type", "subtype", "_type", "kind"}) {
    const auto found = block.find(key);
    if (found == block.end() || !found->is_string()) continue;
    const auto& type = found->get_ref<const std::string&>();
    for (const char* beside :
         {"title", "byline", "date", "kicker", "image", "video", "gallery",
          "author_info", "embed", "tweet", "ad", "code"}) {
      if (type == beside) return true;
    }
  }
  return false;
}

void add_blocks(const Json& value, int depth, std::vector<std::string>& blocks);

// The words of one block, some of them emphasised or linked, are one text.
bool are_words(const Json& children) {
  return std::ranges::all_of(children, [](const Json& child) {
    return child.is_object() && child.contains("text") &&
           child["text"].is_string();
  });
}

void add_object(const Json& block, int depth,
                std::vector<std::string>& blocks) {
  if (is_beside(block)) return;
  const Json* inner = find_first(
      block, {"text", "content", "html", "value", "rendered", "paragraphs",
              "blocks", "children", "data", "body", "items"});
  if (inner == nullptr) return;
  if (!inner->is_array() || inner->empty() || !are_words(*inner) ||
      inner->front().contains("children")) {
    return add_blocks(*inner, depth + 1, blocks);
  }
  std::string text;
  for (const Json& word : *inner) {
    text += word["text"].get_ref<const std::string&>();
  }
  // A list of paragraphs is written the same way as the words of one.
  if (block.contains("type") || block.contains("_type")) {
    blocks.push_back(std::move(text));
  } else {
    for (const Json& one : *inner) add_blocks(one, depth + 1, blocks);
  }
}

void add_blocks(const Json& value, int depth,
                std::vector<std::string>& blocks) {
  if (depth > kMaxBlockDepth) return;
  if (value.is_string()) blocks.push_back(value.get<std::string>());
  if (value.is_object()) add_object(value, depth, blocks);
  if (!value.is_array()) return;
  for (const Json& one : value) add_blocks(one, depth + 1, blocks);
}

void add_names(const Json& value, std::vector<std::string>& names) {
  if (value.is_number()) return;
  for (const std::string& part : split_names(to_text(value))) {
    std::vector<std::string> found = read_byline(part);
    if (found.empty()) found = read_full_names(part);
    if (found.empty()) found = {collapse_space(part)};
    names.insert(names.end(), found.begin(), found.end());
  }
}

}  // namespace

const Json* find_first(const Json& object,
                       std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

std::string to_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_array()) {
    std::vector<std::string> paragraphs;
    for (const Json& one : value) {
      if (!one.is_array()) paragraphs.push_back(to_text(one));
    }
    std::erase(paragraphs, "");
    return join_paragraphs(paragraphs);
  }
  if (!value.is_object()) return {};
  const Json* inner = find_first(
      value, {"name", "title", "rendered", "main", "text", "value", "content",
              "html", "original", "#text", "_text", "$oid", "$date"});
  return inner && !inner->is_structured() ? to_text(*inner) : std::string();
}

std::string to_prose(const Json& value) {
  if (!value.is_structured()) return to_text(value);
  std::vector<std::string> blocks;
  add_blocks(value, 0, blocks);
  std::erase(blocks, "");
  return blocks.empty() ? to_text(value) : join_paragraphs(blocks);
}

std::vector<std::string> to_names(const Json& value) {
  std::vector<std::string> names;
  if (value.is_array()) {
    for (const Json& one : value) add_names(one, names);
  } else {
    add_names(value, names);
  }
  std::erase(names, "");
  return names;
}

std::optional<text::Timestamp> to_time(const Json& value) {
  if (value.is_array()) {
    return value.empty() || value.front().is_structured()
               ? std::nullopt
               : to_time(value.front());
  }
  if (value.is_object()) {
    const Json* inner = find_first(value, {"$date", "$numberLong"});
    return inner && !inner->is_array() ? to_time(*inner) : std::nullopt;
  }
  if (value.is_number_unsigned() && value < kFirstSecond) {
    return parse_press_date(value.dump(), {});
  }
  if (value.is_number()) return from_number(value.get<double>());
  if (!value.is_string()) return {};
  const auto& text = value.get_ref<const std::string&>();
  return is_epoch(text) ? from_number(std::stod(text))
                        : parse_press_date(text, {});
}

}  // namespace indexer
