#include "search/query_parser.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "search/query_suffix.h"

namespace search {

namespace {

using MaybeNode = std::optional<QueryNode>;

// One node for several; nothing for none.
MaybeNode join(NodeKind kind, std::vector<QueryNode> nodes) {
  if (nodes.empty()) return std::nullopt;
  if (nodes.size() == 1) return std::move(nodes.front());
  QueryNode joined{.kind = kind};
  joined.children = std::move(nodes);
  return joined;
}

// Multiplies the boost of all words of `node`.
void boost_words(QueryNode& node, double boost) {
  node.boost = limit_boost(node.boost * boost);
  for (QueryNode& child : node.children) boost_words(child, boost);
}

bool has_words(Field field) {
  return field == Field::kAnywhere || field == Field::kTitle;
}

// query := group (OR group)*          group := all+
// all   := one (AND one)*             one   := (NOT | -)* near
// near  := primary (NEAR primary)*    primary := value | ( query )
class Parser {
 public:
  Parser(Tokens split, Operators operators)
      : tokens_(std::move(split.tokens)),
        notes_(std::move(split.notes)),
        reads_signs_(operators == Operators::kRead) {}

  ParsedQuery run() {
    std::vector<QueryNode> nodes;
    while (!at_end()) {
      if (auto node = read_query(Field::kAnywhere)) {
        nodes.push_back(std::move(*node));
      }
      if (accept(TokenKind::kClose)) note_parenthesis();
    }
    return {.root = join(NodeKind::kGroup, std::move(nodes)),
            .notes = std::move(notes_)};
  }

 private:
  bool at_end() const { return at_ == tokens_.size(); }

  bool is(TokenKind kind) const {
    return !at_end() && tokens_[at_].kind == kind;
  }

  bool accept(TokenKind kind) {
    if (!is(kind)) return false;
    ++at_;
    return true;
  }

  MaybeNode read_query(Field field) {
    std::vector<QueryNode> nodes;
    do {
      if (auto node = read_group(field)) {
        nodes.push_back(std::move(*node));
      } else if (!nodes.empty() || is(TokenKind::kOr)) {
        note_operator();
      }
    } while (accept(TokenKind::kOr));
    return join(NodeKind::kOr, std::move(nodes));
  }

  MaybeNode read_group(Field field) {
    std::vector<QueryNode> nodes;
    while (!at_end() && !is(TokenKind::kOr) && !closes_group()) {
      if (auto node = read_all(field)) nodes.push_back(std::move(*node));
    }
    return join(NodeKind::kGroup, std::move(nodes));
  }

  bool closes_group() {
    while (ignored_parentheses_ > 0 && accept(TokenKind::kClose)) {
      --ignored_parentheses_;
    }
    return at_end() || is(TokenKind::kOr) || is(TokenKind::kClose);
  }

  MaybeNode read_all(Field field) {
    std::vector<QueryNode> nodes;
    do {
      if (auto node = read_one(field)) {
        nodes.push_back(std::move(*node));
      }
    } while (accept(TokenKind::kAnd));
    return join(NodeKind::kAnd, std::move(nodes));
  }

  // Takes at least one token unless an operator or `)` stands there.
  MaybeNode read_one(Field field) {
    bool negated = false;
    while (accept(TokenKind::kNot)) negated = !negated;
    MaybeNode node = read_near(field);
    if (!node || !negated) return node;
    QueryNode negation{.kind = NodeKind::kNot};
    negation.children.push_back(std::move(*node));
    return negation;
  }

  MaybeNode read_near(Field field) {
    MaybeNode first = read_primary(field);
    if (!is(TokenKind::kNear)) return first;
    QueryNode near{.kind = NodeKind::kNear};
    if (first) near.children.push_back(std::move(*first));
    while (is(TokenKind::kNear)) {
      const uint32_t distance = read_distance(tokens_[at_++].text);
      MaybeNode next = read_primary(field);
      if (!next) continue;
      if (!near.children.empty()) near.distances.push_back(distance);
      near.children.push_back(std::move(*next));
    }
    if (near.children.size() > 1) return near;
    return join(NodeKind::kGroup, std::move(near.children));
  }

  uint32_t read_distance(const std::string& digits) {
    if (digits.empty()) return kNear;
    uint32_t distance = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, distance);
    if (read.ec != std::errc()) distance = kMaxNear + 1;
    const uint32_t limited = std::clamp(distance, 1U, kMaxNear);
    if (limited != distance) {
      note("NEAR reaches 1 to 100 words: NEAR/" + digits +
           " was read as NEAR/" + std::to_string(limited));
    }
    return limited;
  }

  MaybeNode read_primary(Field field) {
    if (is(TokenKind::kOpen)) return read_parentheses(field);
    if (is(TokenKind::kWord) || is(TokenKind::kQuoted)) {
      return read_value(tokens_[at_++], field);
    }
    note_operator();
    return std::nullopt;
  }

  MaybeNode read_parentheses(Field outer) {
    const Field inner = tokens_[at_++].field;
    const Field field = inner == Field::kAnywhere ? outer : inner;
    if (depth_ == kMaxQueryDepth) {
      ++ignored_parentheses_;
      note("parentheses deeper than 16 were ignored");
      return std::nullopt;
    }
    ++depth_;
    MaybeNode node = read_query(field);
    --depth_;
    if (!is(TokenKind::kClose)) {
      note_parenthesis();
      return node;
    }
    const double boost = read_suffix(tokens_[at_++].suffix);
    if (node && boost != 1) boost_words(*node, boost);
    return node;
  }

  MaybeNode read_value(const Token& token, Field outer) {
    const Field field = token.field == Field::kAnywhere ? outer : token.field;
    if (field == Field::kFrom || field == Field::kTo || field == Field::kDate) {
      return read_dates(token, field);
    }
    if (token.kind == TokenKind::kQuoted) {
      return QueryNode{.kind = NodeKind::kPhrase,
                       .field = field,
                       .text = token.text,
                       .boost = read_suffix(token.suffix)};
    }
    if (!reads_signs_) {
      return QueryNode{
          .kind = NodeKind::kWord, .field = field, .text = token.text};
    }
    return read_word(token.text, field);
  }

  MaybeNode read_word(std::string_view text, Field field) {
    const BoostedText boosted = read_boost(text);
    QueryNode node{.kind = NodeKind::kWord,
                   .field = field,
                   .text = std::string(boosted.text),
                   .boost = boosted.boost};
    for (const std::string& told : boosted.notes) note(told);
    if (has_words(field)) {
      const MatchedText matched = read_matching(boosted.text);
      for (const std::string& told : matched.notes) note(told);
      node.text = std::string(matched.text);
      node.mistakes = matched.mistakes;
      if (matched.matching == Matching::kPrefix) node.kind = NodeKind::kPrefix;
      if (matched.matching == Matching::kFuzzy) node.kind = NodeKind::kFuzzy;
    }
    if (node.text.empty()) return std::nullopt;
    return node;
  }

  // The boost behind a phrase or parenthesis.
  double read_suffix(const std::string& suffix) {
    const BoostedText read = read_boost(suffix);
    for (const std::string& told : read.notes) note(told);
    if (!read.text.empty()) {
      note(std::string(read.text) + " behind a phrase or parenthesis: ignored");
    }
    return read.boost;
  }

  MaybeNode read_dates(const Token& token, Field field) {
    const auto period = parse_period(token.text);
    if (!period) {
      note("there is no date " + token.text + ": ignored");
      return std::nullopt;
    }
    DateRange dates = *period;
    if (field == Field::kFrom) dates.to.reset();
    if (field == Field::kTo) dates.from.reset();
    return QueryNode{.kind = NodeKind::kDates,
                     .field = field,
                     .text = token.text,
                     .dates = dates};
  }

  void note_operator() {
    note("an AND, OR, NOT or NEAR without words beside it was ignored");
  }

  void note_parenthesis() {
    note("a parenthesis without its partner was ignored");
  }

  void note(std::string note) {
    if (std::ranges::find(notes_, note) == notes_.end()) {
      notes_.push_back(std::move(note));
    }
  }

  std::vector<Token> tokens_;
  std::vector<std::string> notes_;
  bool reads_signs_;
  size_t at_ = 0;
  int depth_ = 0;
  int ignored_parentheses_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view query, Operators operators) {
  return Parser(split_query(query, operators), operators).run();
}

}  // namespace search
