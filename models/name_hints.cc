#include "models/name_hints.h"

#include <algorithm>
#include <bit>
#include <map>

#include "models/feature_weights.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace models {
namespace {

constexpr uint64_t kSeed = 0x51ED270B7F4A7C15U;

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

}  // namespace

uint64_t NameHints::symbol(const CjkToken& token) {
  const std::string_view text = token.text;
  if (!text.empty() && static_cast<unsigned char>(text[0]) < 0x80) {
    uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) {
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      hash = (hash ^ static_cast<unsigned char>(lower)) * 0x100000001B3U;
    }
    return hash;
  }
  return hash_of(text);
}

std::vector<std::string_view> cut_hint(std::string_view utf8) {
  std::vector<std::string_view> tokens;
  for (size_t i = 0; i < utf8.size();) {
    size_t size = text::code_point_at(utf8, i).size;
    if (is_ascii_word(utf8[i])) {
      while (i + size < utf8.size() && is_ascii_word(utf8[i + size])) ++size;
    }
    if (utf8[i] != ' ') tokens.push_back(utf8.substr(i, size));
    i += size;
  }
  return tokens;
}

std::vector<NameHints::Entry> NameHints::build(std::vector<Hint> hints) {
  std::map<uint64_t, uint16_t> kinds;  // by hash; 0 for mere beginnings
  for (const Hint& hint : hints) {
    uint64_t hash = kSeed;
    const auto tokens = cut_hint(hint.word);
    if (tokens.empty() || tokens.size() > kMaxTokens) continue;
    for (const std::string_view token : tokens) {
      hash = mix(hash, symbol({token, false}));
      kinds.try_emplace(hash, 0);
    }
    kinds[hash] = static_cast<uint16_t>(kinds[hash] | 1U << hint.kind);
  }
  std::vector<Entry> table(std::bit_ceil(kinds.size() * 3 / 2 + 1));
  for (const auto& [hash, bits] : kinds) {
    size_t slot = hash & (table.size() - 1);
    while (table[slot].used != 0) slot = (slot + 1) & (table.size() - 1);
    table[slot] = {static_cast<uint32_t>(hash >> 32U), bits, 1};
  }
  return table;
}

const NameHints::Entry* NameHints::entry(uint64_t hash) const {
  const auto check = static_cast<uint32_t>(hash >> 32U);
  for (size_t step = 0; step < table_.size(); ++step) {
    const Entry& found = table_[(hash + step) & (table_.size() - 1)];
    if (found.used == 0) return nullptr;
    if (found.check == check) return &found;
  }
  return nullptr;
}

std::vector<NameHints::Match> NameHints::find(
    std::span<const uint64_t> tokens) const {
  std::vector<Match> matches;
  uint64_t hash = kSeed;
  const size_t end = std::min(tokens.size(), kMaxTokens);
  for (size_t i = 0; i < end && !table_.empty(); ++i) {
    hash = mix(hash, tokens[i]);
    const Entry* found = entry(hash);
    if (found == nullptr) break;
    if (found->kinds == 0) continue;
    matches.push_back({static_cast<uint32_t>(i + 1), found->kinds});
  }
  return matches;
}

}  // namespace models
