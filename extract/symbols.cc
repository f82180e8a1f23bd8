#include "extract/symbols.h"

#include <functional>

namespace extract {

namespace {

uint64_t hash_of(std::string_view word) {
  return std::hash<std::string_view>()(word);
}

uint32_t check_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32U); }

}  // namespace

// The slot of a word, or the empty one where it belongs; never more than half
// of them are taken.
size_t Symbols::slot(std::string_view folded, uint64_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at].symbol != 0; at = (at + 1) & mask) {
    if (slots_[at].check != check_of(hash)) continue;
    const auto [begin, size] = words_[slots_[at].symbol - 1];
    if (std::string_view(bytes_).substr(begin, size) == folded) break;
  }
  return at;
}

void Symbols::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (uint32_t symbol = 1; symbol <= words_.size(); ++symbol) {
    const auto [begin, size] = words_[symbol - 1];
    const auto word = std::string_view(bytes_).substr(begin, size);
    const uint64_t hash = hash_of(word);
    slots_[slot(word, hash)] = {check_of(hash), symbol};
  }
}

uint32_t Symbols::intern(std::string_view folded) {
  if (2 * words_.size() >= slots_.size()) grow();
  const uint64_t hash = hash_of(folded);
  Slot& found = slots_[slot(folded, hash)];
  if (found.symbol != 0) return found.symbol;
  words_.push_back({static_cast<uint32_t>(bytes_.size()),
                    static_cast<uint32_t>(folded.size())});
  bytes_ += folded;
  found = {check_of(hash), static_cast<uint32_t>(words_.size())};
  return found.symbol;
}

uint32_t Symbols::find(std::string_view folded) const {
  return slots_[slot(folded, hash_of(folded))].symbol;
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
