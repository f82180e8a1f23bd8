#include "search/query_parser.h"

#include <algorithm>
#include <utility>

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

// query := group (OR group)*          group := all+
// all   := one (AND one)*             one   := (NOT | -)* (value | ( query ))
class Parser {
 public:
  explicit Parser(Tokens split)
      : tokens_(std::move(split.tokens)), notes_(std::move(split.notes)) {}

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
    MaybeNode node = read_primary(field);
    if (!node || !negated) return node;
    QueryNode negation{.kind = NodeKind::kNot};
    negation.children.push_back(std::move(*node));
    return negation;
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
    if (!accept(TokenKind::kClose)) note_parenthesis();
    return node;
  }

  MaybeNode read_value(const Token& token, Field outer) {
    const Field field = token.field == Field::kAnywhere ? outer : token.field;
    if (field == Field::kFrom || field == Field::kTo || field == Field::kDate) {
      return read_dates(token, field);
    }
    return QueryNode{.kind = token.kind == TokenKind::kQuoted
                                 ? NodeKind::kPhrase
                                 : NodeKind::kWord,
                     .field = field,
                     .text = token.text};
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
    note("an AND, OR or NOT without words beside it was ignored");
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
  size_t at_ = 0;
  int depth_ = 0;
  int ignored_parentheses_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view query, Operators operators) {
  return Parser(split_query(query, operators)).run();
}

}  // namespace search
