#include "extract/name_automaton.h"

#include <algorithm>

namespace extract {
namespace {

uint64_t edge(uint32_t node, uint32_t symbol) {
  return static_cast<uint64_t>(node) << 32U | symbol;
}

}  // namespace

void NameAutomaton::add(std::span<const uint32_t> name, uint32_t value) {
  if (name.empty() || name.size() > kMaxNameTokens) return;
  uint32_t node = 0;
  for (const uint32_t symbol : name) {
    const auto [found, created] = edges_.try_emplace(
        edge(node, symbol), static_cast<uint32_t>(values_.size()));
    if (created) values_.emplace_back();
    node = found->second;
  }
  if (std::ranges::find(values_[node], value) == values_[node].end()) {
    values_[node].push_back(value);
  }
}

uint32_t NameAutomaton::child(uint32_t node, uint32_t symbol) const {
  if (symbol == 0) return 0;
  const auto found = edges_.find(edge(node, symbol));
  return found == edges_.end() ? 0 : found->second;
}

std::vector<NameAutomaton::Match> NameAutomaton::find(
    std::span<const Token> tokens) const {
  std::vector<Match> matches;
  uint32_t node = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const uint32_t here = node;
    node = child(here, tokens[i].symbol);
    if (node != 0 && !values_[node].empty()) {
      matches.push_back({i + 1, values_[node]});
    }
    if (tokens[i].possessive && tokens[i].symbol != 0) {
      node = child(here, tokens[i].symbol | Symbols::kPossessive);
    }
    if (node == 0) break;
  }
  return matches;
}

std::span<const uint32_t> NameAutomaton::exactly(
    std::span<const uint32_t> name) const {
  uint32_t node = 0;
  for (const uint32_t symbol : name) {
    node = child(node, symbol);
    if (node == 0) return {};
  }
  return values_[node];
}

}  // namespace extract
