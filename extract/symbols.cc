#include "extract/symbols.h"

namespace extract {

uint32_t Symbols::intern(std::string_view folded) {
  const auto found = symbols_.find(folded);
  if (found != symbols_.end()) return found->second;
  const auto symbol = static_cast<uint32_t>(symbols_.size() + 1);
  symbols_.emplace(folded, symbol);
  return symbol;
}

uint32_t Symbols::find(std::string_view folded) const {
  const auto found = symbols_.find(folded);
  return found == symbols_.end() ? 0 : found->second;
}

Phrase Symbols::intern_phrase(std::string_view utf8) {
  Phrase phrase;
  for (const Token& token : tokenize(utf8)) {
    if (token.folded != ".") phrase.push_back(intern(token.folded));
  }
  return phrase;
}

Phrase Symbols::intern_name(std::string_view utf8) {
  Phrase phrase;
  bool possessive = false;
  for (const Token& token : tokenize(utf8)) {
    if (token.folded == ".") continue;
    if (possessive) phrase.back() |= kPossessive;
    phrase.push_back(intern(token.folded));
    possessive = token.possessive;
  }
  return phrase;
}

void Symbols::label(std::vector<Token>& tokens) const {
  for (Token& token : tokens) token.symbol = find(token.folded);
}

}  // namespace extract
