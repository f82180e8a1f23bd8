#include "server/api/query_words.h"

#include <utility>

namespace server::api {
namespace {

using search::Field;
using search::Token;
using search::TokenKind;

// What holds for all that stands in a parenthesis.
struct Scope {
  Field field = Field::kAnywhere;
  bool is_excluded = false;
};

class Collector {
 public:
  void add(Token token) {
    switch (token.kind) {
      case TokenKind::kNot:
        negates_ = !negates_;
        break;
      case TokenKind::kWord:
      case TokenKind::kQuoted:
        add_text(std::move(token));
        break;
      case TokenKind::kOpen:
        scopes_.push_back(scope_of(token));
        begin_run();
        break;
      case TokenKind::kClose:
        if (scopes_.size() > 1) scopes_.pop_back();
        begin_run();
        break;
      case TokenKind::kAnd:
      case TokenKind::kOr:
      case TokenKind::kNear:
        begin_run();
        break;
    }
  }

  std::vector<WordRun> take() {
    begin_run();
    return std::move(runs_);
  }

 private:
  Scope scope_of(const Token& token) const {
    const Scope& outer = scopes_.back();
    return {token.field == Field::kAnywhere ? outer.field : token.field,
            outer.is_excluded != negates_};
  }

  void add_text(Token token) {
    const Scope scope = scope_of(token);
    const bool is_quoted = token.kind == TokenKind::kQuoted;
    const bool continues = !is_quoted && !scope.is_excluded &&
                           (run_.empty() || run_.back().field == scope.field);
    if (!continues) begin_run();
    negates_ = false;
    if (scope.is_excluded) return;
    token.field = scope.field;
    run_.push_back(std::move(token));
    if (is_quoted) begin_run();
  }

  void begin_run() {
    negates_ = false;
    if (!run_.empty()) runs_.push_back(std::exchange(run_, {}));
  }

  std::vector<Scope> scopes_{{}};
  bool negates_ = false;
  WordRun run_;
  std::vector<WordRun> runs_;
};

}  // namespace

std::vector<WordRun> searched_words(std::string_view query) {
  Collector collector;
  auto split = search::split_query(query, search::Operators::kRead);
  for (Token& token : split.tokens) collector.add(std::move(token));
  return collector.take();
}

}  // namespace server::api
