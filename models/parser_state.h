// The arc-eager transition system (Nivre 2008) with the root behind the last
// word (Ballesteros & Nivre 2013): every sentence of n words takes 2n moves.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/sentence.h"

namespace models {

// Longest piece that is parsed at once.
inline constexpr size_t kMaxParsedWords = 200;

inline constexpr uint8_t kNoDependency = kDependencyCount;
inline constexpr uint16_t kNoWord = 0xFFFF;

// Shift, reduce, left arcs by dependency, right arcs by dependency.
using Move = uint8_t;
inline constexpr Move kShift = 0;
inline constexpr Move kReduce = 1;
inline constexpr Move kLeftArc = 2;
inline constexpr Move kRightArc = kLeftArc + kDependencyCount;
inline constexpr size_t kMoveCount = kRightArc + kDependencyCount;

constexpr Move left_arc(Dependency dependency) {
  return kLeftArc + static_cast<uint8_t>(dependency);
}
constexpr Move right_arc(Dependency dependency) {
  return kRightArc + static_cast<uint8_t>(dependency);
}
constexpr bool is_left_arc(Move move) {
  return move >= kLeftArc && move < kRightArc;
}

struct Child {
  uint16_t word = kNoWord;
  uint8_t dependency = kNoDependency;

  bool operator==(const Child&) const = default;
};

// The children of a word on one of its sides.
struct Children {
  Child outer;  // farthest from it
  Child inner;  // the one before that was farthest
  uint8_t count = 0;
  uint64_t dependencies = 0;  // one bit each

  void add(const Child& child);
  bool operator==(const Children&) const = default;
};

// A word whose arcs are being found.
struct ParserNode {
  uint16_t word = kNoWord;
  uint8_t dependency = kNoDependency;  // on its head, if it has one yet
  Children left;
  Children right;

  bool has_head() const { return dependency != kNoDependency; }
  bool operator==(const ParserNode&) const = default;
};

// The stacks of all states of one search: states share what lies below.
class ParserStacks {
 public:
  static constexpr uint32_t kEmpty = UINT32_MAX;

  uint32_t push(const ParserNode& node, uint32_t below) {
    cells_.push_back({node, below});
    return static_cast<uint32_t>(cells_.size() - 1);
  }
  // Of a stack that is not empty. Valid until the next push.
  const ParserNode& top(uint32_t stack) const { return cells_[stack].node; }
  uint32_t below(uint32_t stack) const { return cells_[stack].below; }

 private:
  struct Cell {
    ParserNode node;
    uint32_t below;
  };
  std::vector<Cell> cells_;
};

struct ParserState {
  uint32_t stack = ParserStacks::kEmpty;
  uint16_t headless = 0;  // words of the stack that have no head yet
  ParserNode front;  // the next word; the root, word `size`, after the last
};

ParserState first_state();

// Whether moves of the kind of `move` (whatever dependency) are allowed; an
// arc must besides be kRoot just where its head is the root.
bool is_allowed(const ParserState& state, Move move, const ParserStacks& stacks,
                size_t size);

// `move` must be allowed.
ParserState after(const ParserState& state, Move move, ParserStacks& stacks);

// The tree that the moves build. Words that are roots after the first are
// hung on it.
Tree tree_of(std::span<const Move> moves, size_t size);

}  // namespace models
