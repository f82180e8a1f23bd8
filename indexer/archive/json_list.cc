#include "indexer/archive/json_list.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/article_fields.h"

namespace indexer {
namespace {

constexpr size_t kMaxListDepth = 3;

bool is_list_name(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "items", "articles", "docs",    "results", "hits",      "data",
      "posts", "entries",  "stories", "news",    "documents", "records"};
  return std::ranges::find(kNames, name) != kNames.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Reads the beginning of an object token by token.
class ListSearch {
 public:
  explicit ListSearch(std::string_view text) : text_(text) {}

  std::optional<JsonListPlace> find() {
    while (skip_space()) {
      const char c = text_[at_];
      if (c == '"') {
        if (!take_string()) return {};
      } else if (c == '{') {
        open_.push_back(name_);
        if (open_.size() > kMaxListDepth) return {};
        ++at_;
      } else if (c == '[') {
        if (begins_list()) return JsonListPlace{at_, source_};
        if (!skip_list()) return {};
      } else {
        if (c == '}' && !open_.empty()) open_.pop_back();
        if (open_.empty()) return {};
        ++at_;
      }
    }
    return {};
  }

 private:
  bool skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size();
  }

  // A string at the front; nothing if it has no end.
  std::optional<std::string_view> string() {
    const size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    if (at_ >= text_.size()) return {};
    return text_.substr(begin, at_++ - begin);
  }

  // A name or a value; false where an article begins or the text ends.
  bool take_string() {
    const auto value = string();
    if (!value) return false;
    if (!skip_space()) return false;
    if (text_[at_] == ':') {
      name_ = *value;
      ++at_;
      return !is_field(name_, ArticleField::kBody);
    }
    if (open_.size() == 1 && name_ == "title") source_ = *value;
    return true;
  }

  // Stands at a bracket; moves to the object behind it if the list is one.
  bool begins_list() {
    if (!is_list_name(name_)) return false;
    size_t inside = at_ + 1;
    while (inside < text_.size() && is_space(text_[inside])) ++inside;
    if (text_.substr(inside, 1) != "{") return false;
    at_ = inside;
    return true;
  }

  bool skip_list() {
    size_t depth = 0;
    while (skip_space()) {
      const char c = text_[at_];
      if (c == '"') {
        if (!string()) return false;
        continue;
      }
      if (c == '[') ++depth;
      ++at_;
      if (c == ']' && --depth == 0) return true;
    }
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string_view name_;               // of the member that is being read
  std::vector<std::string_view> open_;  // names of the objects around
  std::string source_;
};

}  // namespace

std::optional<JsonListPlace> find_json_list(std::string_view text) {
  return ListSearch(text).find();
}

}  // namespace indexer
