// All names of the gazetteer as one trie over symbols.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/symbols.h"
#include "extract/tokens.h"

namespace extract {

class NameAutomaton {
 public:
  // `value` is what a match of `name` gives; a name may have several. Names
  // without symbols, or longer than kMaxNameTokens, are never found.
  void add(std::span<const uint32_t> name, uint32_t value);

  struct Match {
    size_t size = 0;                   // in tokens
    std::span<const uint32_t> values;  // valid until a name is added
  };

  // The names that `tokens` begin with, shortest first.
  std::vector<Match> find(std::span<const Token> tokens) const;

  // The values of exactly `name`; empty if there are none.
  std::span<const uint32_t> exactly(std::span<const uint32_t> name) const;

  static constexpr size_t kMaxNameTokens = 24;

 private:
  uint32_t child(uint32_t node, uint32_t symbol) const;  // 0 if none

  // An open-addressed table of the edges; its size is a power of two.
  struct Edge {
    uint32_t node = 0;
    uint32_t symbol = 0;  // 0 where there is no edge
    uint32_t child = 0;
  };
  size_t slot(uint32_t node, uint32_t symbol) const;
  void grow();

  void add_value(uint32_t node, uint32_t value);
  std::span<const uint32_t> values_of(uint32_t node) const;

  std::vector<Edge> edges_ = std::vector<Edge>(size_t{1} << 16U);
  size_t edge_count_ = 0;
  // The values of a node: pool_[begin, begin + size).
  struct Values {
    uint32_t begin = 0;
    uint32_t size = 0;
  };
  std::vector<Values> nodes_{{}};  // 0 is the root
  std::vector<uint32_t> pool_;
};

}  // namespace extract
