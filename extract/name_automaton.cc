#include "extract/name_automaton.h"

#include <algorithm>

namespace extract {

size_t NameAutomaton::slot(uint32_t node, uint32_t symbol) const {
  const uint64_t key = static_cast<uint64_t>(node) << 32U | symbol;
  const size_t mask = edges_.size() - 1;
  size_t at = ((key * 0x9E3779B97F4A7C15U) >> 20U) & mask;
  while (edges_[at].symbol != 0 &&
         (edges_[at].node != node || edges_[at].symbol != symbol)) {
    at = (at + 1) & mask;
  }
  return at;
}

void NameAutomaton::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.symbol != 0) edges_[slot(edge.node, edge.symbol)] = edge;
  }
}

void NameAutomaton::add(std::span<const uint32_t> name, uint32_t value) {
  if (name.empty() || name.size() > kMaxNameTokens) return;
  uint32_t node = 0;
  for (const uint32_t symbol : name) {
    if (2 * edge_count_ > edges_.size()) grow();
    Edge& edge = edges_[slot(node, symbol)];
    if (edge.symbol == 0) {
      edge = {node, symbol, static_cast<uint32_t>(nodes_.size())};
      ++edge_count_;
      nodes_.emplace_back();
    }
    node = edge.child;
  }
  add_value(node, value);
}

// Values that are not the last of the pool move there to grow.
void NameAutomaton::add_value(uint32_t node, uint32_t value) {
  const auto present = values_of(node);
  if (std::ranges::find(present, value) != present.end()) return;
  Values& values = nodes_[node];
  if (values.begin + values.size != pool_.size()) {
    const auto begin = static_cast<uint32_t>(pool_.size());
    for (uint32_t i = 0; i < values.size; ++i) {
      pool_.push_back(pool_[values.begin + i]);
    }
    values.begin = begin;
  }
  pool_.push_back(value);
  ++values.size;
}

std::span<const uint32_t> NameAutomaton::values_of(uint32_t node) const {
  const auto [begin, size] = nodes_[node];
  return std::span(pool_).subspan(begin, size);
}

uint32_t NameAutomaton::child(uint32_t node, uint32_t symbol) const {
  if (symbol == 0) return 0;
  return edges_[slot(node, symbol)].child;
}

std::vector<NameAutomaton::Match> NameAutomaton::find(
    std::span<const Token> tokens) const {
  std::vector<Match> matches;
  uint32_t node = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const uint32_t here = node;
    node = child(here, tokens[i].symbol);
    if (node != 0 && nodes_[node].size != 0) {
      matches.push_back({i + 1, values_of(node)});
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
  return values_of(node);
}

}  // namespace extract
