#include "models/parser_state.h"

#include <algorithm>

namespace models {

void Children::add(const Child& child) {
  inner = outer;
  outer = child;
  if (count < UINT8_MAX) ++count;
  dependencies |= uint64_t{1} << child.dependency;
}

ParserState first_state() {
  ParserState state;
  state.front.word = 0;
  return state;
}

bool is_allowed(const ParserState& state, Move move, const ParserStacks& stacks,
                size_t size) {
  const bool at_root = state.front.word == size;
  if (move == kShift) return !at_root;
  if (state.stack == ParserStacks::kEmpty) return false;
  const bool has_head = stacks.top(state.stack).has_head();
  if (move == kReduce) return has_head;
  return is_left_arc(move) ? !has_head : !at_root;
}

ParserState after(const ParserState& state, Move move, ParserStacks& stacks) {
  ParserState next = state;
  const auto advance = [&] {
    next.front = {};
    next.front.word = state.front.word + 1;
  };
  if (move == kShift) {
    next.stack = stacks.push(state.front, state.stack);
    ++next.headless;
    advance();
  } else if (move == kReduce) {
    next.stack = stacks.below(state.stack);
  } else if (is_left_arc(move)) {
    const auto dependency = static_cast<uint8_t>(move - kLeftArc);
    next.front.left.add({stacks.top(state.stack).word, dependency});
    --next.headless;
    next.stack = stacks.below(state.stack);
  } else {
    const auto dependency = static_cast<uint8_t>(move - kRightArc);
    ParserNode head = stacks.top(state.stack);
    head.right.add({state.front.word, dependency});
    ParserNode child = state.front;
    child.dependency = dependency;
    const uint32_t below = stacks.push(head, stacks.below(state.stack));
    next.stack = stacks.push(child, below);
    advance();
  }
  return next;
}

Tree tree_of(std::span<const Move> moves, size_t size) {
  Tree tree(size);
  std::vector<uint32_t> stack;
  uint32_t next = 0;
  uint32_t root = kNoHead;
  for (const Move move : moves) {
    if (move == kShift) {
      stack.push_back(next++);
    } else if (move == kReduce) {
      stack.pop_back();
    } else if (is_left_arc(move)) {
      const uint32_t child = stack.back();
      stack.pop_back();
      tree[child] = {next, static_cast<Dependency>(move - kLeftArc)};
      if (next == size) root = std::min(root, child);
    } else {
      tree[next] = {stack.back(), static_cast<Dependency>(move - kRightArc)};
      stack.push_back(next++);
    }
  }
  for (uint32_t i = 0; i < size; ++i) {
    if (tree[i].head != size) continue;
    tree[i] = i == root ? Node{kNoHead, Dependency::kRoot}
                        : Node{root, Dependency::kParataxis};
  }
  return tree;
}

}  // namespace models
