#include "extract/sentence_words.h"

#include <algorithm>
#include <array>

namespace extract {
namespace {

constexpr std::string_view kCurlyApostrophe = "’";

// In tokens; what is longer is none, so that no text is read twice.
constexpr size_t kLongestAddress = 100;

// The size of the apostrophe at `at`, 0 if there is none.
size_t apostrophe_size(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '\'') return 1;
  return text.substr(at).starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size()
                                                       : 0;
}

bool is_ending(std::string_view letters) {
  constexpr std::array<std::string_view, 6> kEndings = {"m",  "re", "ve",
                                                        "ll", "d",  "s"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return std::ranges::equal(
        letters, ending, [](char a, char b) { return a == b || a + 32 == b; });
  });
}

// Where the second word of a contraction begins: `do|n't`, `I|'m`, `can|not`;
// the word's size if it is none.
size_t contraction_at(std::string_view word) {
  const size_t size = word.size();
  if (word == "cannot" || word == "Cannot") return 3;
  const auto is_n = [](char c) { return c == 'n' || c == 'N'; };
  for (size_t at = size > 6 ? size - 6 : 1; at < size; ++at) {
    const size_t mark = apostrophe_size(word, at);
    if (mark == 0) continue;
    const std::string_view letters = word.substr(at + mark);
    if (is_ending(letters)) return at;
    const bool negates = letters == "t" || letters == "T";
    if (negates && at > 1 && is_n(word[at - 1])) return at - 1;
  }
  return size;
}

class Cutter {
 public:
  Cutter(const Passage& passage, const Sentence& sentence)
      : passage_(passage), sentence_(sentence) {}

  SentenceWords run() {
    cut_.words.reserve(sentence_.last - sentence_.first + 4);
    cut_.tokens.reserve(sentence_.last - sentence_.first + 4);
    cut_.first_words.reserve(sentence_.last - sentence_.first);
    for (size_t i = sentence_.first; i < sentence_.last;) {
      const size_t last = end_of_run(i);
      for (size_t token = i; token < last; ++token) {
        cut_.first_words.push_back(static_cast<uint32_t>(cut_.words.size()));
      }
      last > i + 1 ? add_run(i, last) : add_token(i);
      i = last;
    }
    return std::move(cut_);
  }

 private:
  const Token& token(size_t i) const { return passage_.tokens[i]; }

  // Whether a token is written on in the same word.
  bool runs_on(size_t i) const {
    const Token& next = token(i + 1);
    if (next.space_before || next.span.begin != token(i).span.end) return false;
    if (is_cjk(token(i).kind)) return is_cjk(next.kind);
    return token(i).kind == TokenKind::kPunctuation &&
           (next.folded == "." || next.folded == "-") &&
           token(i).folded == next.folded;
  }

  bool touches(size_t i) const {
    return token(i - 1).span.end == token(i).span.begin;
  }

  // The end of an address that begins at token i, `desk@example.com`,
  // `example.com` or `https://example.com/a`; i if none does.
  size_t end_of_address(size_t i) const {
    if (token(i).kind != TokenKind::kWord) return i;
    size_t end = i + 1;
    bool address = false;
    for (; end < sentence_.last && touches(end); ++end) {
      if (end == i + kLongestAddress || is_cjk(token(end).kind)) return i;
      const bool host = token(end - 1).folded == "." && end > i + 1 &&
                        token(end).kind == TokenKind::kWord &&
                        !token(end).capitalised;
      const bool path =
          token(end).folded == "/" && token(end - 1).folded == "/";
      address = address || host || path || token(end).folded == "@";
    }
    while (token(end - 1).kind == TokenKind::kPunctuation) --end;
    return address && end > i + 1 ? end : i;
  }

  size_t end_of_run(size_t i) const {
    const bool begins = i == sentence_.first || !touches(i) ||
                        token(i - 1).kind == TokenKind::kPunctuation;
    const size_t address = begins ? end_of_address(i) : i;
    if (address > i) return address;
    while (i + 1 < sentence_.last && runs_on(i)) ++i;
    return i + 1;
  }

  void add(size_t begin, size_t end, TokenRange tokens) {
    cut_.words.push_back(passage_.utf8.substr(begin, end - begin));
    cut_.tokens.push_back(tokens);
  }

  void add_run(size_t first, size_t last) {
    add(token(first).span.begin, token(last - 1).span.end, {first, last});
  }

  void add_token(size_t i) {
    const text::Span span = token(i).span;
    const size_t size = span.end - span.begin;
    const size_t split =
        token(i).kind == TokenKind::kWord
            ? contraction_at(passage_.utf8.substr(span.begin, size))
            : size;
    const size_t end = span.end + (has_full_stop(i) ? 1 : 0);
    add(span.begin, split < size ? span.begin + split : end, {i, i + 1});
    if (split < size) add(span.begin + split, end, {i, i + 1});
    const size_t possessive = possessive_size(i);
    if (possessive > 0) add(span.end, span.end + possessive, {i, i + 1});
  }

  bool has_full_stop(size_t i) const {
    const size_t end = token(i).span.end;
    return token(i).ends_with_dot && !token(i).possessive &&
           end < passage_.utf8.size() && passage_.utf8[end] == '.';
  }

  // Of `'s`; the apostrophe of `miners'` is a token of its own.
  size_t possessive_size(size_t i) const {
    if (!token(i).possessive) return 0;
    const size_t end = token(i).span.end;
    if (i + 1 < passage_.tokens.size() && token(i + 1).span.begin == end) {
      return 0;
    }
    const size_t mark = apostrophe_size(passage_.utf8, end);
    return mark == 0 || end + mark >= passage_.utf8.size() ? 0 : mark + 1;
  }

  const Passage& passage_;
  const Sentence& sentence_;
  SentenceWords cut_;
};

}  // namespace

SentenceWords cut_words(const Passage& passage, const Sentence& sentence) {
  return Cutter(passage, sentence).run();
}

}  // namespace extract
