// Tokens: the units over which names and rules are matched.
//
// Latin words and numbers are tokens; Chinese, Japanese and Korean give one
// token a character, because names there begin and end inside words
// (`고려아연이`, `温山冶炼厂`). Possessive endings are marks, not tokens.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace extract {

enum class TokenKind : uint8_t {
  kWord,
  kNumber,
  kHan,
  kKana,
  kHangul,
  kPunctuation,
};

struct Token {
  text::Span span;  // without a possessive ending
  TokenKind kind{};
  bool capitalised = false;    // its first letter is upper case
  bool upper = false;          // two or more letters, all upper case
  bool possessive = false;     // `Nyrstar's`, `miners'`
  bool starts_word = true;     // not glued to a character of its own script
  bool space_before = true;    // nothing but white space or the text's begin
  bool ends_with_dot = false;  // an abbreviation's full stop follows
  std::string folded;          // as text::fold_name, without possessive
  uint32_t symbol = 0;         // set by Symbols; 0 if no rule or name has it
};

bool is_cjk(TokenKind kind);

// The tokens of any bytes, in order.
std::vector<Token> tokenize(std::string_view utf8);

// One sentence: its bytes and its tokens, [first, last).
struct Sentence {
  text::Span span;
  size_t first = 0;
  size_t last = 0;
};

// A title or a body, cut into tokens and sentences. `utf8` must outlive it.
struct Passage {
  std::string_view utf8;
  bool in_title = false;
  std::vector<Token> tokens;  // without full stops that end no sentence
  std::vector<Sentence> sentences;
};

Passage read_passage(std::string_view utf8, bool in_title);

}  // namespace extract
