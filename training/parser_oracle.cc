#include "training/parser_oracle.h"

#include <algorithm>
#include <optional>

namespace training {
namespace {

using models::Move;
using models::Node;
using models::Tree;

// The root is the head, a word behind the last, of the root of the tree.
uint32_t head_of(const Tree& tree, uint32_t word) {
  const uint32_t head = tree[word].head;
  return head == models::kNoHead ? static_cast<uint32_t>(tree.size()) : head;
}

bool is_below(const Tree& tree, uint32_t word, uint32_t ancestor) {
  const auto root = static_cast<uint32_t>(tree.size());
  while (word != ancestor && word != root) word = head_of(tree, word);
  return word == ancestor;
}

// Whether all words between a word and its head are below the head.
bool is_projective(const Tree& tree, uint32_t word) {
  const uint32_t head = head_of(tree, word);
  for (uint32_t i = std::min(word, head) + 1; i < std::max(word, head); ++i) {
    if (!is_below(tree, i, head)) return false;
  }
  return true;
}

std::optional<uint32_t> shortest_crossing(const Tree& tree) {
  std::optional<uint32_t> shortest;
  uint32_t shortest_length = UINT32_MAX;
  for (uint32_t i = 0; i < tree.size(); ++i) {
    const uint32_t head = head_of(tree, i);
    const uint32_t length = std::max(i, head) - std::min(i, head);
    if (length >= shortest_length || is_projective(tree, i)) continue;
    shortest = i;
    shortest_length = length;
  }
  return shortest;
}

// One state of the moves: the words on the stack and the next one.
struct State {
  std::vector<uint32_t> stack;
  uint32_t next = 0;
};

bool is_linked_below_top(const Tree& tree, const State& state) {
  for (size_t i = 0; i + 1 < state.stack.size(); ++i) {
    const uint32_t word = state.stack[i];
    if (head_of(tree, word) == state.next ||
        (state.next < tree.size() && head_of(tree, state.next) == word)) {
      return true;
    }
  }
  return false;
}

Move next_move(const Tree& tree, const State& state) {
  if (state.stack.empty()) return models::kShift;
  const uint32_t top = state.stack.back();
  if (head_of(tree, top) == state.next) {
    return models::left_arc(tree[top].dependency);
  }
  const bool at_root = state.next == tree.size();
  if (!at_root && head_of(tree, state.next) == top) {
    return models::right_arc(tree[state.next].dependency);
  }
  return at_root || is_linked_below_top(tree, state) ? models::kReduce
                                                     : models::kShift;
}

void make_move(State& state, Move move) {
  if (move == models::kReduce || models::is_left_arc(move)) {
    state.stack.pop_back();
  } else {
    state.stack.push_back(state.next++);
  }
}

}  // namespace

Tree without_crossings(Tree tree) {
  while (const auto word = shortest_crossing(tree)) {
    // Only the arc of the root has no head to hang the word on, and no arc
    // crosses it once all others have been lifted.
    const uint32_t head = tree[*word].head;
    if (head == models::kNoHead) break;
    tree[*word].head = tree[head].head;
  }
  return tree;
}

std::vector<Move> moves_of(const Tree& tree) {
  std::vector<Move> moves;
  State state;
  while (moves.size() < 2 * tree.size()) {
    moves.push_back(next_move(tree, state));
    make_move(state, moves.back());
  }
  return moves;
}

}  // namespace training
