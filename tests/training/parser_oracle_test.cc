#include "training/parser_oracle.h"

#include <doctest/doctest.h>

#include <vector>

using namespace training;
using models::Dependency;
using models::kNoHead;
using models::Move;
using models::Tree;

namespace {

// `Zinc prices fell sharply in May`
const Tree kPrices = {{1, Dependency::kCompound},   {2, Dependency::kNsubj},
                      {kNoHead, Dependency::kRoot}, {2, Dependency::kAdvmod},
                      {5, Dependency::kCase},       {2, Dependency::kObl}};

// `A hearing is scheduled on the issue`: `issue` hangs on `hearing`.
const Tree kCrossing = {{1, Dependency::kDet},     {3, Dependency::kNsubjPass},
                        {3, Dependency::kAuxPass}, {kNoHead, Dependency::kRoot},
                        {6, Dependency::kCase},    {6, Dependency::kDet},
                        {1, Dependency::kNmod}};

}  // namespace

TEST_CASE("the moves of a tree build it") {
  const std::vector<Move> moves = moves_of(kPrices);
  CHECK(moves.size() == 2 * kPrices.size());
  CHECK(models::tree_of(moves, kPrices.size()) == kPrices);
}

TEST_CASE("every move of a tree is allowed") {
  models::ParserStacks stacks;
  models::ParserState state = models::first_state();
  for (const Move move : moves_of(kPrices)) {
    REQUIRE(models::is_allowed(state, move, stacks, kPrices.size()));
    state = models::after(state, move, stacks);
  }
  CHECK(state.stack == models::ParserStacks::kEmpty);
  CHECK(state.front.word == kPrices.size());
}

TEST_CASE("a tree without crossing branches stays as it is") {
  CHECK(without_crossings(kPrices) == kPrices);
}

TEST_CASE("a crossing branch is hung on the next word above") {
  const Tree lifted = without_crossings(kCrossing);
  CHECK(lifted[6].head == 3);
  CHECK(lifted[6].dependency == Dependency::kNmod);
  CHECK(models::tree_of(moves_of(lifted), lifted.size()) == lifted);
}
