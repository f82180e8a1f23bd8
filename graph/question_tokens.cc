#include "graph/question_tokens.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace graph {
namespace {

constexpr std::string_view kPossessive = "'s";

// The bytes at the end of `word` that are its `'s`, in whatever apostrophe.
uint32_t possessive_size(std::string_view word) {
  const std::string folded = text::fold_name(word);
  if (!folded.ends_with(kPossessive) || folded == kPossessive) return 0;
  uint32_t size = 0;
  for (uint32_t at = 0; at < word.size();) {
    const auto next = text::code_point_at(word, at).size;
    const auto rest = static_cast<uint32_t>(word.size()) - at;
    if (text::fold_name(word.substr(at)) == kPossessive) size = rest;
    at += next;
  }
  return size;
}

void add(std::string_view question, text::Span span,
         std::vector<QuestionToken>& tokens) {
  if (span.size() == 0) return;
  tokens.push_back({text::fold_name(slice(question, span)), span});
}

void add_characters(std::string_view question, text::Span span,
                    std::vector<QuestionToken>& tokens) {
  for (uint32_t at = span.begin; at < span.end;) {
    const auto size = text::code_point_at(question, at).size;
    add(question, {at, at + size}, tokens);
    at += size;
  }
}

}  // namespace

std::vector<QuestionToken> split_question(std::string_view question) {
  std::vector<QuestionToken> tokens;
  for (const text::Word& word : text::find_words(question)) {
    switch (word.kind) {
      case text::WordKind::kPunctuation:
        break;
      case text::WordKind::kLetters: {
        const uint32_t tail = possessive_size(slice(question, word.span));
        const uint32_t end = word.span.end - tail;
        add(question, {word.span.begin, end}, tokens);
        add(question, {end, word.span.end}, tokens);
        break;
      }
      case text::WordKind::kNumber:
        add(question, word.span, tokens);
        break;
      case text::WordKind::kHan:
      case text::WordKind::kKana:
      case text::WordKind::kHangul:
        add_characters(question, word.span, tokens);
        break;
    }
  }
  return tokens;
}

Phrase split_phrase(std::string_view words) {
  if (words == kPossessive) return {std::string(words)};
  Phrase phrase;
  for (QuestionToken& token : split_question(words)) {
    phrase.push_back(std::move(token.folded));
  }
  return phrase;
}

}  // namespace graph
