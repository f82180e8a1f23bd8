// Beam search over the moves of the parser, for parsing and for learning.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "models/parser_features.h"
#include "models/parser_state.h"

namespace models {

// The best `width` states after each move. `Weights` adds the weights of
// features to scores with add_all(). Borrows weights and sentence.
template <typename Weights, typename Score>
class ParserBeam {
 public:
  struct Hypothesis {
    Score score = 0;
    ParserState state;
    uint32_t trace = kStart;
  };
  struct Limits {
    size_t width = 1;
    Score margin = 0;  // states that lag by more are dropped
  };
  using Scores = std::array<Score, kMoveCount>;

  ParserBeam(const Weights& weights, const ParserSentence& sentence,
             const Limits& limits)
      : weights_(&weights), sentence_(&sentence), limits_(limits) {
    hypotheses_.push_back({0, first_state(), kStart});
  }

  // Makes one move in every hypothesis; 2n times for n words.
  void step() {
    candidates_.clear();
    scored_.clear();
    for (uint32_t i = 0; i < hypotheses_.size(); ++i) add_candidates(i);
    next_.clear();
    for (const Candidate& candidate : candidates_) {
      if (candidate.score < candidates_.front().score - limits_.margin) break;
      const Hypothesis& from = hypotheses_[candidate.from];
      traces_.push_back({from.trace, candidate.move});
      next_.push_back({candidate.score,
                       after(from.state, candidate.move, stacks_),
                       static_cast<uint32_t>(traces_.size() - 1)});
    }
    std::swap(hypotheses_, next_);
  }

  // The best first.
  std::span<const Hypothesis> hypotheses() const { return hypotheses_; }

  // The moves that lead to a hypothesis.
  std::vector<Move> moves(const Hypothesis& hypothesis) const {
    std::vector<Move> moves;
    for (uint32_t at = hypothesis.trace; at != kStart;
         at = traces_[at].before) {
      moves.push_back(traces_[at].move);
    }
    std::ranges::reverse(moves);
    return moves;
  }

  // The scores of the moves from a state; equal ones are scored once a step.
  // Valid until the next call.
  const Scores& scores_of(const ParserState& state,
                          const ParserStacks& stacks) {
    const ParserKernel kernel(state, stacks);
    const auto known = std::ranges::find(scored_, kernel, &Scored::kernel);
    if (known != scored_.end()) return known->scores;
    Scored& added =
        scored_.emplace_back(Scored{kernel, scores_of_words(kernel)});
    weights_->add_all(features_.of_arcs(kernel, *sentence_), added.scores);
    return added.scores;
  }

 private:
  static constexpr uint32_t kStart = UINT32_MAX;

  struct Candidate {
    Score score;
    uint32_t from;
    Move move;
  };
  struct Scored {
    ParserKernel kernel;
    Scores scores;
  };
  struct PairScored {
    uint32_t words = UINT32_MAX;  // no pair
    Scores scores;
  };
  struct Trace {
    uint32_t before;
    Move move;
  };

  void add_candidates(uint32_t from) {
    const Hypothesis& hypothesis = hypotheses_[from];
    const ParserState& state = hypothesis.state;
    const size_t size = sentence_->size();
    const auto allowed = [&](Move move) {
      return is_allowed(state, move, stacks_, size);
    };
    if (state.stack == ParserStacks::kEmpty) {  // nothing to choose
      return offer({hypothesis.score, from, kShift});
    }
    const Scores& scores = scores_of(state, stacks_);
    const auto offer_move = [&](Move move) {
      offer({hypothesis.score + scores[move], from, move});
    };
    if (allowed(kReduce)) offer_move(kReduce);
    if (state.front.word == size) {
      if (allowed(kLeftArc)) offer_move(left_arc(Dependency::kRoot));
      return;
    }
    offer_move(kShift);
    // kRoot is the first dependency.
    const bool left = allowed(kLeftArc);
    for (Move d = 1; d < kDependencyCount; ++d) {
      if (left) offer_move(kLeftArc + d);
      offer_move(kRightArc + d);
    }
  }

  // The part of the scores that many states share: of the last pairs of words.
  const Scores& scores_of_words(const ParserKernel& kernel) {
    const uint32_t words = uint32_t{kernel.top.word} << 16U | kernel.front.word;
    const auto known = std::ranges::find(pairs_, words, &PairScored::words);
    if (known != pairs_.end()) return known->scores;
    PairScored& oldest = pairs_[next_pair_++ % pairs_.size()];
    oldest = {words, {}};
    weights_->add_all(features_.of_words(kernel, *sentence_), oldest.scores);
    return oldest.scores;
  }

  // Keeps the best `width` sorted; of equal ones the earlier comes first.
  void offer(const Candidate& candidate) {
    if (candidates_.size() == limits_.width) {
      if (candidate.score <= candidates_.back().score) return;
      candidates_.pop_back();
    }
    const auto at = std::ranges::upper_bound(
        candidates_, candidate.score, std::greater<>(), &Candidate::score);
    candidates_.insert(at, candidate);
  }

  const Weights* weights_;
  const ParserSentence* sentence_;
  Limits limits_;
  ParserStacks stacks_;
  ParserFeatures features_;
  std::vector<Hypothesis> hypotheses_;
  std::vector<Hypothesis> next_;
  std::vector<Candidate> candidates_;
  std::vector<Scored> scored_;  // in this step
  std::vector<PairScored> pairs_ = std::vector<PairScored>(16);
  size_t next_pair_ = 0;
  std::vector<Trace> traces_;
};

}  // namespace models
