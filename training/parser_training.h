// Learning the parser from treebanks.

#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "models/dependency_parser.h"
#include "models/pos_tagger.h"
#include "models/word_classes.h"
#include "training/conllu.h"
#include "training/learned_weights.h"

namespace training {

// A structured perceptron over beam search, corrected where the search lags
// most behind the right moves (max-violation: Huang, Fayong & Guo 2012).
class ParserTraining {
 public:
  // The sentences' tags should be those of a tagger that did not learn them.
  // Borrows `classes`.
  ParserTraining(const std::vector<TreebankSentence>& sentences,
                 const models::WordClasses& classes, uint32_t beam_width);
  ~ParserTraining();

  // Learns every sentence once, in an order given by `seed`.
  void run_epoch(uint32_t seed);

  // What was learned so far.
  std::vector<LearnedWeight> weights() const;

 private:
  struct Example;
  void learn(const Example& example);

  const models::WordClasses* classes_;
  uint32_t beam_width_;
  struct State;
  std::unique_ptr<State> state_;
};

// Writes the parser of these weights, of which it keeps at most `max_weights`.
void write_parser(const std::filesystem::path& path,
                  std::vector<LearnedWeight> weights, size_t max_weights,
                  const models::BeamLimits& limits);

// Parts of all words, punctuation too.
struct ParserScores {
  double heads = 0;      // UAS
  double universal = 0;  // LAS on the types of relations, as in CoNLL 2018
  double subtypes = 0;   // LAS on models::Dependency
  size_t words = 0;
  double seconds = 0;  // of the processor, for parsing without tagging
};

ParserScores test_parser(const models::DependencyParser& parser,
                         const models::PosTagger& tagger,
                         const std::vector<TreebankSentence>& sentences);

}  // namespace training
