#include "extract/tokens.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/fold.h"
#include "text/sentences.h"

namespace extract {
namespace {

enum class CharacterClass {
  kSpace,
  kLetter,
  kDigit,
  kHan,
  kKana,
  kHangul,
  kPunctuation
};

struct Character {
  char32_t code = 0;
  uint32_t size = 1;
  CharacterClass cls = CharacterClass::kPunctuation;
};

bool within(char32_t code, char32_t first, char32_t last) {
  return first <= code && code <= last;
}

CharacterClass classify_ascii(char32_t code) {
  if (within(code, 'a', 'z') || within(code, 'A', 'Z')) {
    return CharacterClass::kLetter;
  }
  if (within(code, '0', '9')) return CharacterClass::kDigit;
  return code <= ' ' ? CharacterClass::kSpace : CharacterClass::kPunctuation;
}

CharacterClass classify(char32_t code) {
  if (code < 0x80) return classify_ascii(code);
  if (code == 0xA0 || within(code, 0x2000, 0x200B) || code == 0x202F ||
      code == 0x3000 || code == 0xFEFF) {
    return CharacterClass::kSpace;
  }
  if (within(code, 0xAC00, 0xD7A3)) return CharacterClass::kHangul;
  if (within(code, 0x3041, 0x3096) || within(code, 0x30A1, 0x30FA) ||
      code == 0x30FC || within(code, 0xFF66, 0xFF9F)) {
    return CharacterClass::kKana;
  }
  if (within(code, 0x3400, 0x9FFF) || within(code, 0xF900, 0xFAFF) ||
      within(code, 0x20000, 0x3FFFF) || code == 0x3005) {
    return CharacterClass::kHan;
  }
  if (within(code, 0xFF10, 0xFF19) || within(code, 0x2080, 0x2089)) {
    return CharacterClass::kDigit;
  }
  if (code == 0xD7 || code == 0xF7) return CharacterClass::kPunctuation;
  if (within(code, 0xC0, 0x1FFF) || within(code, 0xFF21, 0xFF3A) ||
      within(code, 0xFF41, 0xFF5A)) {
    return CharacterClass::kLetter;
  }
  return CharacterClass::kPunctuation;
}

uint32_t sequence_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

// The character at `at`; an ill-formed byte is punctuation.
Character character_at(std::string_view utf8, size_t at) {
  const auto byte = [&](size_t i) {
    return static_cast<unsigned char>(utf8[i]);
  };
  const uint32_t size = sequence_size(byte(at));
  if (size == 1) return {byte(at), 1, classify_ascii(byte(at))};
  if (size == 0 || at + size > utf8.size()) return {};
  char32_t code = byte(at) & (0xFFU >> (size + 1));
  for (uint32_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {};
    code = code << 6U | (byte(at + i) & 0x3FU);
  }
  return {code, size, classify(code)};
}

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019; }

// Latin letters beyond the first 256: pairs of a capital and its small letter.
bool is_upper_extended(char32_t code) {
  const bool odd = within(code, 0x139, 0x148) || within(code, 0x179, 0x17E);
  if (odd) return code % 2 == 1;
  return (within(code, 0x100, 0x177) || within(code, 0x1E00, 0x1EFF)) &&
         code % 2 == 0;
}

bool is_upper(char32_t code) {
  return within(code, 'A', 'Z') || within(code, 0xC0, 0xDE) ||
         within(code, 0x391, 0x3A9) || within(code, 0x400, 0x42F) ||
         within(code, 0xFF21, 0xFF3A) || is_upper_extended(code);
}

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) return text::fold_name(word);
    if (c == '.') continue;
    folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  return folded;
}

std::string fold_punctuation(std::string_view mark, char32_t code) {
  if (code == 0x2018 || code == 0x2019 || code == 0xB4) return "'";
  if (within(code, 0x201C, 0x201F) || code == 0xAB || code == 0xBB) {
    return "\"";
  }
  if (within(code, 0x2010, 0x2015) || code == 0x2212) return "-";
  if (within(code, 0xFF01, 0xFF5E)) {
    return {static_cast<char>(code - 0xFEE0)};
  }
  return std::string(mark);
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view utf8) : utf8_(utf8) {
    tokens_.reserve(utf8.size() / 5);
  }

  std::vector<Token> run() {
    while (at_ < utf8_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const Character c = character_at(utf8_, at_);
    switch (c.cls) {
      case CharacterClass::kSpace:
        at_ += c.size;
        space_ = true;
        return;
      case CharacterClass::kLetter:
        return read_word(TokenKind::kWord);
      case CharacterClass::kDigit:
        return read_number();
      case CharacterClass::kHan:
        return push_character(c, TokenKind::kHan);
      case CharacterClass::kKana:
        return push_character(c, TokenKind::kKana);
      case CharacterClass::kHangul:
        return push_character(c, TokenKind::kHangul);
      case CharacterClass::kPunctuation:
        return push_punctuation(c);
    }
  }

  std::optional<Character> peek(size_t at) const {
    if (at >= utf8_.size()) return std::nullopt;
    return character_at(utf8_, at);
  }

  bool is_word_part(size_t at) const {
    const auto c = peek(at);
    return c && (c->cls == CharacterClass::kLetter ||
                 c->cls == CharacterClass::kDigit);
  }

  bool is_digit(size_t at) const {
    const auto c = peek(at);
    return c && c->cls == CharacterClass::kDigit;
  }

  Token& push(size_t begin, TokenKind kind) {
    Token token;
    token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
    token.kind = kind;
    token.space_before = space_ || tokens_.empty();
    token.starts_word = token.space_before || tokens_.back().kind != kind;
    space_ = false;
    return tokens_.emplace_back(std::move(token));
  }

  void push_character(const Character& c, TokenKind kind) {
    const size_t begin = at_;
    at_ += c.size;
    push(begin, kind).folded = utf8_.substr(begin, c.size);
  }

  void push_punctuation(const Character& c) {
    const size_t begin = at_;
    at_ += c.size;
    const bool closes_plural = is_apostrophe(c.code) && !tokens_.empty() &&
                               tokens_.back().span.end == begin &&
                               tokens_.back().folded.ends_with('s');
    if (closes_plural) tokens_.back().possessive = true;
    push(begin, TokenKind::kPunctuation).folded =
        fold_punctuation(utf8_.substr(begin, c.size), c.code);
  }

  // `U.S.`: single letters, each with its full stop.
  bool is_dotted(size_t begin) const {
    return at_ == begin + 1 && at_ + 1 < utf8_.size() && utf8_[at_] == '.' &&
           is_word_part(at_ + 1) && !is_word_part(at_ + 2);
  }

  void read_dotted() {
    while (at_ + 1 < utf8_.size() && is_word_part(at_) &&
           utf8_[at_ + 1] == '.' && !is_word_part(at_ + 2)) {
      at_ += 2;
    }
    while (at_ + 1 < utf8_.size() && is_word_part(at_) &&
           utf8_[at_ + 1] == '.') {
      at_ += 2;
    }
    if (is_word_part(at_) && !is_word_part(at_ + 1)) ++at_;
  }

  void read_letters() {
    for (;;) {
      while (is_word_part(at_)) at_ += character_at(utf8_, at_).size;
      const auto mark = peek(at_);
      if (!mark || !is_apostrophe(mark->code)) return;
      const size_t after = at_ + mark->size;
      const auto letter = peek(after);
      if (!letter || letter->cls != CharacterClass::kLetter) return;
      const bool possessive = (letter->code == 's' || letter->code == 'S') &&
                              !is_word_part(after + 1);
      if (possessive) {
        possessive_size_ = after + 1 - at_;
        return;
      }
      at_ = after;
    }
  }

  void read_word(TokenKind kind) {
    const size_t begin = at_;
    const Character first = character_at(utf8_, at_);
    at_ += first.size;
    possessive_size_ = 0;
    if (is_dotted(begin)) {
      at_ = begin;
      read_dotted();
    } else {
      at_ = begin;
    }
    read_letters();
    Token& token = push(begin, kind);
    const std::string_view word = text::slice(utf8_, token.span);
    token.folded = fold_word(word);
    token.capitalised = is_upper(first.code);
    token.upper =
        token.capitalised && token.folded.size() > 1 &&
        std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    token.possessive = possessive_size_ > 0;
    at_ += possessive_size_;
  }

  void read_number() {
    const size_t begin = at_;
    while (is_word_part(at_)) {
      at_ += character_at(utf8_, at_).size;
      const bool grouped = at_ + 1 < utf8_.size() &&
                           (utf8_[at_] == ',' || utf8_[at_] == '.') &&
                           is_digit(at_ - 1) && is_digit(at_ + 1);
      if (grouped) ++at_;
    }
    Token& token = push(begin, TokenKind::kNumber);
    token.folded = utf8_.substr(begin, at_ - begin);
  }

  std::string_view utf8_;
  std::vector<Token> tokens_;
  size_t at_ = 0;
  size_t possessive_size_ = 0;
  bool space_ = true;
};

bool is_inner_stop(const std::vector<Token>& tokens, size_t i,
                   uint32_t sentence_end) {
  const Token& token = tokens[i];
  return i > 0 && token.folded == "." && !token.space_before &&
         token.span.end < sentence_end && i + 1 < tokens.size() &&
         tokens[i - 1].kind == TokenKind::kWord &&
         (tokens[i + 1].space_before || tokens[i + 1].folded == "," ||
          tokens[i + 1].folded == ";");
}

}  // namespace

bool is_cjk(TokenKind kind) {
  return kind == TokenKind::kHan || kind == TokenKind::kKana ||
         kind == TokenKind::kHangul;
}

std::vector<Token> tokenize(std::string_view utf8) {
  return Tokenizer(utf8).run();
}

Passage read_passage(std::string_view utf8, bool in_title) {
  Passage passage{utf8, in_title, {}, {}};
  std::vector<Token> tokens = tokenize(utf8);
  passage.tokens.reserve(tokens.size());
  size_t next = 0;
  for (const text::Span span : text::find_sentences(utf8)) {
    Sentence sentence{span, passage.tokens.size(), 0};
    while (next < tokens.size() && tokens[next].span.begin < span.begin) ++next;
    for (; next < tokens.size() && tokens[next].span.begin < span.end; ++next) {
      if (is_inner_stop(tokens, next, span.end)) {
        if (passage.tokens.size() > sentence.first) {
          passage.tokens.back().ends_with_dot = true;
        }
      } else {
        passage.tokens.push_back(tokens[next]);
      }
    }
    sentence.last = passage.tokens.size();
    if (sentence.last > sentence.first) passage.sentences.push_back(sentence);
  }
  return passage;
}

}  // namespace extract
