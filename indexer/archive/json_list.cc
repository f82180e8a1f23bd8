#include "indexer/archive/json_list.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/article_fields.h"

namespace indexer {
namespace {

constexpr size_t kMaxListDepth = 3;

bool is_list_name(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"items", "articles", "docs", "results", "hits", "data", "posts",
       "entries", "stories", "news", "documents", "records", "rows", "objects",
       "children", "value", "list"});
  return std::ranges::find(kNames, name) != kNames.end();
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool names_article(std::string_view name) {
  return is_field(name, ArticleField::kTitle) ||
         is_field(name, ArticleField::kBody) ||
         is_field(name, ArticleField::kSummary);
}

// JSON that may be cut anywhere, taken token by token.
class Tokens {
 public:
  Tokens(std::string_view text, size_t at) : text_(text), at_(at) {}

  size_t at() const { return at_; }

  // What begins the next token; 0 at the end.
  char next() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  // Takes one byte of a token that is no string.
  void skip() { ++at_; }

  // The string that begins here; nothing if it has no end.
  std::optional<std::string_view> string() {
    const size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    if (at_ >= text_.size()) return {};
    return text_.substr(begin, at_++ - begin);
  }

  // Passes over the list or object that begins here; `on_name` hears of what
  // members are called, and how deep they are, from 1. False if it has no end.
  template <typename OnName>
  bool nested(const OnName& on_name) {
    size_t depth = 0;
    while (const char c = next()) {
      if (c == '"') {
        const auto value = string();
        if (!value) return false;
        if (next() == ':') on_name(*value, depth);
        continue;
      }
      if (c == '[' || c == '{') ++depth;
      ++at_;
      if ((c == ']' || c == '}') && --depth == 0) return true;
    }
    return false;
  }

 private:
  std::string_view text_;
  size_t at_;
};

bool pass_over(Tokens& tokens) {
  return tokens.nested([](std::string_view /*name*/, size_t /*depth*/) {});
}

// Passes over the object at `tokens`. True if it has a title or a text, or may
// have since it has no end.
bool passes_article(Tokens& tokens) {
  bool found = false;
  const bool whole =
      tokens.nested([&](std::string_view name, size_t /*depth*/) {
        found = found || names_article(name);
      });
  return found || !whole;
}

class ListSearch {
 public:
  explicit ListSearch(std::string_view text) : text_(text), tokens_(text, 0) {}

  JsonListSearch find() {
    while (const char c = tokens_.next()) {
      if (c == '"') {
        if (!take_string()) return found_;
      } else if (c == '[' || c == '{') {
        if (!take_bracket(c)) return found_;
      } else {
        tokens_.skip();
        if (c == '}' && depth_ > 0) --depth_;
        if (depth_ == 0) return complete();
        around_list_ = std::min(around_list_, depth_);
      }
    }
    return found_;
  }

 private:
  JsonListSearch complete() {
    found_.complete = true;
    return found_;
  }

  // A name or a value; false where the search ends.
  bool take_string() {
    const auto value = tokens_.string();
    if (!value) return false;
    if (tokens_.next() != ':') {
      if (depth_ == 1 && name_ == "title") source_ = *value;
      return true;
    }
    tokens_.skip();
    name_ = *value;
    if (depth_ == 1) ++top_members_;
    if (depth_ > around_list_) return true;
    has_title_ = has_title_ || is_field(name_, ArticleField::kTitle);
    if (!is_field(name_, ArticleField::kBody) || !has_value()) return true;
    found_ = map_around();
    return false;
  }

  // Something but null or an empty text stands here.
  bool has_value() {
    const char c = tokens_.next();
    return c != 'n' && c != '\0' && text_.substr(tokens_.at(), 2) != "\"\"";
  }

  // False where the text ends within what is passed over.
  bool take_bracket(char bracket) {
    if (bracket == '[') {
      if (!found_.list && begins_list()) {
        found_.list = {tokens_.at() + 1, depth_, false, source_};
        around_list_ = depth_;
      }
      return pass_over(tokens_);
    }
    if (depth_ == kMaxListDepth) return pass_over(tokens_);
    tokens_.skip();
    ++depth_;
    if (depth_ == 2) inner_ = {name_, tokens_.at() - 1};
    return true;
  }

  // Stands at a bracket. What the articles of a list are called is not known
  // where names are mapped: they need none if nothing around has a title.
  bool begins_list() const {
    if (!is_list_name(name_)) return false;
    Tokens list = tokens_;
    list.skip();
    return list.next() == '{' && (!has_title_ || passes_article(list));
  }

  // Stands at a text. It is no article's own, if it is two objects deep and the
  // next member of the outer object is an article too.
  JsonListSearch map_around() const {
    if (depth_ != 2 || top_members_ != 1 || is_wrapper(inner_.name)) {
      return {{}, true};
    }
    Tokens members(text_, inner_.begin);
    if (!begins_second(members)) return {{}, members.next() != '\0'};
    return {JsonListPlace{text_.find('{') + 1, 0, true, {}}, true};
  }

  // Stands at the first member's value.
  static bool begins_second(Tokens& members) {
    if (!pass_over(members)) return false;
    if (members.next() != ',') return false;
    members.skip();
    if (members.next() != '"' || !members.string()) return false;
    if (members.next() != ':') return false;
    members.skip();
    return members.next() == '{' && passes_article(members);
  }

  struct Inner {
    std::string_view name;
    size_t begin = 0;
  };

  std::string_view text_;
  Tokens tokens_;
  size_t depth_ = 0;               // of objects; lists are passed over
  size_t around_list_ = SIZE_MAX;  // of those, the ones around the list
  size_t top_members_ = 0;
  std::string_view name_;  // of the member that is being read
  Inner inner_;            // the last object that was two deep
  bool has_title_ = false;
  std::string source_;
  JsonListSearch found_;
};

}  // namespace

JsonListSearch find_json_list(std::string_view text) {
  return ListSearch(text).find();
}

bool holds_articles(std::string_view text) {
  const auto list = find_json_list(text).list;
  Tokens tokens(text, list ? list->begin : 0);
  if (!list && tokens.next() == '[') tokens.skip();
  if (list && list->is_map) {
    if (tokens.next() != '"' || !tokens.string()) return false;
    if (tokens.next() == ':') tokens.skip();
  }
  if (tokens.next() != '{') return false;
  bool has_title = list.has_value();
  bool has_body = false;
  tokens.nested([&](std::string_view name, size_t depth) {
    if (depth > 1) return;
    has_title = has_title || is_field(name, ArticleField::kTitle);
    has_body = has_body || is_field(name, ArticleField::kBody);
  });
  return has_title && has_body;
}

}  // namespace indexer
