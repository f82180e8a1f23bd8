#include "search/query_lexer.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace search {

namespace {

struct FieldName {
  std::string_view name;
  Field field;
};
constexpr std::array<FieldName, 10> kFieldNames = {{
    {"title", Field::kTitle},
    {"source", Field::kSource},
    {"lang", Field::kLanguage},
    {"kind", Field::kKind},
    {"entity", Field::kEntity},
    {"type", Field::kType},
    {"relation", Field::kRelation},
    {"from", Field::kFrom},
    {"to", Field::kTo},
    {"date", Field::kDate},
}};

// Characters of other scripts and keyboards that mean the same in a query.
struct Lookalike {
  std::string_view utf8;
  char ascii;
};
constexpr std::array<Lookalike, 10> kLookalikes = {{
    {"“", '"'},
    {"”", '"'},
    {"„", '"'},
    {"「", '"'},
    {"」", '"'},
    {"（", '('},
    {"）", ')'},
    {"：", ':'},
    {"\u3000", ' '},
    {"\u00a0", ' '},
}};

// What stands at one place of the query.
struct Symbol {
  char meaning;  // 0 for a letter or any other character without meaning
  size_t size;   // bytes
};

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

std::optional<Field> find_field(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), to_lower);
  for (const FieldName& known : kFieldNames) {
    if (known.name == lower) return known.field;
  }
  return std::nullopt;
}

constexpr std::string_view kNear = "NEAR";

// The digits of `NEAR/5`.
std::optional<std::string_view> find_distance(std::string_view word) {
  if (!word.starts_with(kNear) || word.size() < kNear.size() + 2 ||
      word[kNear.size()] != '/') {
    return std::nullopt;
  }
  const std::string_view digits = word.substr(kNear.size() + 1);
  const bool is_number =
      digits.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? std::optional(digits) : std::nullopt;
}

std::optional<TokenKind> find_operator(std::string_view word) {
  if (word == "AND") return TokenKind::kAnd;
  if (word == "OR") return TokenKind::kOr;
  if (word == "NOT") return TokenKind::kNot;
  if (word == kNear || find_distance(word)) return TokenKind::kNear;
  return std::nullopt;
}

class Lexer {
 public:
  Lexer(std::string query, Operators operators)
      : query_(std::move(query)), operators_(operators) {}

  Tokens run() {
    while (at_ < query_.size() && !full()) read_token();
    return std::move(result_);
  }

 private:
  Symbol symbol(size_t at) const {
    const char c = query_[at];
    if (c == ' ' || c == '"' || c == '(' || c == ')' || c == ':') {
      return {c, 1};
    }
    for (const Lookalike& lookalike : kLookalikes) {
      if (query_.compare(at, lookalike.utf8.size(), lookalike.utf8) == 0) {
        return {lookalike.ascii, lookalike.utf8.size()};
      }
    }
    return {0, 1};
  }

  void read_token() {
    const Symbol here = symbol(at_);
    if (here.meaning == ' ') {
      at_ += here.size;
    } else if (here.meaning == '(') {
      at_ += here.size;
      push(TokenKind::kOpen, Field::kAnywhere);
    } else if (here.meaning == ')') {
      at_ += here.size;
      push(TokenKind::kClose, Field::kAnywhere);
      result_.tokens.back().suffix = read_suffix();
    } else if (query_[at_] == '-' || query_[at_] == '+') {
      read_sign();
    } else {
      read_value(read_field());
    }
  }

  // `-` before a word excludes it; other signs before words mean nothing.
  void read_sign() {
    const bool minus = query_[at_++] == '-';
    if (!minus || at_ == query_.size()) return;
    const bool alone = symbol(at_).meaning == ' ' || symbol(at_).meaning == ')';
    if (!alone && query_[at_] != '-') push(TokenKind::kNot, Field::kAnywhere);
  }

  // Passes `name:` if it is followed by a value.
  Field read_field() {
    size_t end = at_;
    while (end < query_.size() && is_ascii_letter(query_[end])) ++end;
    if (end == at_ || end == query_.size()) return Field::kAnywhere;
    const Symbol colon = symbol(end);
    const size_t value = end + colon.size;
    if (colon.meaning != ':' || value >= query_.size()) return Field::kAnywhere;
    const char next = symbol(value).meaning;
    if (next == ' ' || next == ')' || next == ':' || query_[value] == '/') {
      return Field::kAnywhere;
    }
    const std::string name = query_.substr(at_, end - at_);
    const auto field = find_field(name);
    if (!field) {
      note("there is no field " + name + ": read as words");
      return Field::kAnywhere;
    }
    at_ = value;
    return *field;
  }

  void read_value(Field field) {
    const Symbol here = symbol(at_);
    if (here.meaning == '"') {
      read_quoted(field);
    } else if (here.meaning == '(') {
      at_ += here.size;
      push(TokenKind::kOpen, field);
    } else {
      read_word(field);
    }
  }

  void read_quoted(Field field) {
    const size_t begin = at_ + symbol(at_).size;
    size_t end = begin;
    while (end < query_.size() && symbol(end).meaning != '"') ++end;
    if (end == query_.size()) {
      note("a quotation mark without its partner was ignored");
      at_ = begin;
      if (field == Field::kAnywhere || at_ == query_.size()) return;
      const char next = symbol(at_).meaning;
      if (next == 0 || next == ':') read_word(field);
      return;
    }
    at_ = end + symbol(end).size;
    push_text(TokenKind::kQuoted, field, begin, end);
    const std::string suffix = read_suffix();
    if (end > begin) result_.tokens.back().suffix = suffix;
  }

  // Of the quoted text or parenthesis that ends here.
  std::string read_suffix() {
    if (operators_ != Operators::kRead || at_ == query_.size() ||
        (query_[at_] != '^' && query_[at_] != '~')) {
      return {};
    }
    const size_t begin = at_;
    at_ = end_of_word(at_);
    return query_.substr(begin, at_ - begin);
  }

  size_t end_of_word(size_t at) const {
    while (at < query_.size()) {
      const Symbol here = symbol(at);
      if (here.meaning != 0 && here.meaning != ':') break;
      at += here.size;
    }
    return at;
  }

  void read_word(Field field) {
    const size_t begin = at_;
    at_ = end_of_word(at_);
    const std::string word = query_.substr(begin, at_ - begin);
    const auto kind =
        field == Field::kAnywhere && operators_ == Operators::kRead
            ? find_operator(word)
            : std::nullopt;
    if (kind) {
      push(*kind, field, find_distance(word).value_or(""));
    } else {
      push_text(TokenKind::kWord, field, begin, at_);
    }
  }

  void push(TokenKind kind, Field field, std::string_view text = {}) {
    result_.tokens.push_back(
        {.kind = kind, .field = field, .text = std::string(text)});
  }

  void push_text(TokenKind kind, Field field, size_t begin, size_t end) {
    if (begin == end) return;
    ++words_;
    push(kind, field, std::string_view(query_).substr(begin, end - begin));
    result_.tokens.back().span = {static_cast<uint32_t>(begin),
                                  static_cast<uint32_t>(end)};
  }

  bool full() {
    if (words_ < kMaxQueryWords && result_.tokens.size() < kMaxQueryTokens) {
      return false;
    }
    if (query_.find_first_not_of(' ', at_) == std::string::npos) {
      return false;
    }
    note("the query is too long: its end was left out");
    return true;
  }

  void note(std::string note) {
    const auto& notes = result_.notes;
    if (std::ranges::find(notes, note) == notes.end()) {
      result_.notes.push_back(std::move(note));
    }
  }

  std::string query_;
  Operators operators_;
  size_t at_ = 0;
  size_t words_ = 0;
  Tokens result_;
};

}  // namespace

std::string_view to_string(Field field) {
  for (const FieldName& known : kFieldNames) {
    if (known.field == field) return known.name;
  }
  return "";
}

Tokens split_query(std::string_view query, Operators operators) {
  std::string valid =
      text::make_valid_utf8(text::cut_utf8(query, kMaxQueryBytes));
  std::ranges::replace_if(valid, is_control, ' ');
  Tokens result = Lexer(std::move(valid), operators).run();
  if (query.size() > kMaxQueryBytes && result.notes.empty()) {
    result.notes.emplace_back("the query is too long: its end was left out");
  }
  return result;
}

}  // namespace search
