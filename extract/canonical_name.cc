#include "extract/canonical_name.h"

#include <utility>

namespace extract {
namespace {

std::pair<size_t, size_t> core_of(const Knowledge& knowledge,
                                  const Passage& passage, size_t first,
                                  size_t last) {
  const Grammar& grammar = knowledge.grammar();
  const auto& tokens = passage.tokens;
  const auto is_tail = [&](const Token& token) {
    return knowledge.in(grammar.legal_form, token) || token.folded == "," ||
           token.folded == "&" || token.folded == ".";
  };
  size_t end = last;
  while (end > first + 1 && is_tail(tokens[end - 1])) --end;
  // `The Limited Company` would be nothing but `the`.
  if (end == first + 1 && knowledge.in(grammar.generic, tokens[first])) {
    end = last;
  }
  size_t begin = first;
  if (begin + 1 < end && tokens[begin].folded == "the") ++begin;
  return {begin, end};
}

}  // namespace

std::string canonical_name(const Knowledge& knowledge, const Passage& passage,
                           size_t first, size_t last) {
  const auto [begin, end] = core_of(knowledge, passage, first, last);
  const auto& tokens = passage.tokens;
  const std::string_view written = text::slice(
      passage.utf8, {tokens[begin].span.begin, tokens[end - 1].span.end});
  std::string name;
  for (const char c : written) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      name += c;
    } else if (!name.ends_with(' ')) {
      name += ' ';
    }
  }
  return name;
}

Words canonical_words(const Knowledge& knowledge, const Passage& passage,
                      size_t first, size_t last) {
  const auto [begin, end] = core_of(knowledge, passage, first, last);
  Words words;
  for (size_t i = begin; i < end; ++i) {
    const Token& token = passage.tokens[i];
    if (token.kind != TokenKind::kPunctuation) words.push_back(token.folded);
  }
  if (words.empty()) words.push_back(passage.tokens[first].folded);
  return words;
}

}  // namespace extract
