#include "training/parser_training.h"

#include <algorithm>
#include <ctime>
#include <numeric>
#include <random>
#include <string_view>
#include <utility>

#include "models/parser_beam.h"
#include "training/averaged_weights.h"
#include "training/parser_oracle.h"

namespace training {
namespace {

using models::Move;
using models::ParserSentence;
using models::ParserState;
using models::WordTag;
using Beam = models::ParserBeam<AveragedWeights, float>;

constexpr float kNoMargin = 1e9F;

std::vector<WordTag> word_tags(const TreebankSentence& sentence) {
  std::vector<WordTag> tags;
  for (size_t i = 0; i < sentence.tags.size(); ++i) {
    tags.push_back(
        {sentence.tags[i], models::parse_penn_tag(sentence.fine_tags[i])
                               .value_or(models::PennTag::kForeign)});
  }
  return tags;
}

// The right moves, followed beside the search even where it loses them.
class RightPath {
 public:
  explicit RightPath(const std::vector<Move>& moves) : moves_(&moves) {}

  float score() const { return score_; }

  // Call after the step of `beam`, which has scored most of what is asked.
  void step(Beam& beam) {
    const Move move = (*moves_)[count_++];
    if (state_.stack != models::ParserStacks::kEmpty) {
      score_ += beam.scores_of(state_, stacks_)[move];
    }
    state_ = after(state_, move, stacks_);
  }

 private:
  const std::vector<Move>* moves_;
  ParserState state_ = models::first_state();
  models::ParserStacks stacks_;
  float score_ = 0;
  size_t count_ = 0;
};

// Changes the weights of `moves` from number `first` on.
void change(AveragedWeights& weights, const ParserSentence& sentence,
            std::span<const Move> moves, size_t first, float by) {
  models::ParserStacks stacks;
  models::ParserFeatures features;
  ParserState state = models::first_state();
  for (size_t i = 0; i < moves.size(); ++i) {
    if (i >= first && state.stack != models::ParserStacks::kEmpty) {
      const models::ParserKernel kernel(state, stacks);
      for (const auto feature : features.of_words(kernel, sentence)) {
        weights.update(feature, moves[i], by);
      }
      for (const auto feature : features.of_arcs(kernel, sentence)) {
        weights.update(feature, moves[i], by);
      }
    }
    state = after(state, moves[i], stacks);
  }
}

std::string_view type_of(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

void count(const TreebankSentence& sentence, const models::Tree& tree,
           ParserScores& scores) {
  for (size_t i = 0; i < tree.size(); ++i) {
    if (tree[i].head != sentence.tree[i].head) continue;
    const auto found = to_string(tree[i].dependency);
    scores.heads += 1;
    scores.universal +=
        type_of(found) == type_of(sentence.relations[i]) ? 1 : 0;
    scores.subtypes +=
        tree[i].dependency == sentence.tree[i].dependency ? 1 : 0;
  }
  scores.words += tree.size();
}

}  // namespace

struct ParserTraining::Example {
  ParserSentence sentence;
  std::vector<Move> moves;
};

struct ParserTraining::State {
  std::vector<Example> examples;
  AveragedWeights weights;
};

ParserTraining::ParserTraining(const std::vector<TreebankSentence>& sentences,
                               const models::WordClasses& classes,
                               uint32_t beam_width)
    : classes_(&classes),
      beam_width_(beam_width),
      state_(std::make_unique<State>()) {
  for (const TreebankSentence& sentence : sentences) {
    if (sentence.words.size() > models::kMaxParsedWords) continue;
    state_->examples.push_back(
        {ParserSentence(sentence.views(), word_tags(sentence), *classes_),
         moves_of(without_crossings(sentence.tree))});
  }
}

ParserTraining::~ParserTraining() = default;

void ParserTraining::run_epoch(uint32_t seed) {
  std::vector<size_t> order(state_->examples.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::mt19937 random(seed);
  // std::shuffle differs between libraries; this must not.
  for (size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[random() % i]);
  }
  for (const size_t i : order) learn(state_->examples[i]);
}

void ParserTraining::learn(const Example& example) {
  AveragedWeights& weights = state_->weights;
  Beam beam(weights, example.sentence, {beam_width_, kNoMargin});
  RightPath right(example.moves);
  float worst = 0;
  std::vector<Move> wrong;
  for (size_t i = 0; i < example.moves.size(); ++i) {
    beam.step();
    right.step(beam);
    const auto& best = beam.hypotheses().front();
    const float lag = best.score - right.score();
    if (lag < worst) continue;
    std::vector<Move> moves = beam.moves(best);
    if (std::ranges::equal(moves, std::span(example.moves).first(i + 1))) {
      continue;
    }
    worst = lag;
    wrong = std::move(moves);
  }
  const auto same =
      std::ranges::mismatch(wrong, example.moves).in1 - wrong.begin();
  const auto first = static_cast<size_t>(same);
  const auto moves = std::span(example.moves).first(wrong.size());
  change(weights, example.sentence, moves, first, 1.0F);
  change(weights, example.sentence, wrong, first, -1.0F);
  weights.end_example();
}

std::vector<LearnedWeight> ParserTraining::weights() const {
  return state_->weights.average();
}

void write_parser(const std::filesystem::path& path,
                  std::vector<LearnedWeight> weights, size_t max_weights,
                  const models::BeamLimits& limits) {
  models::ModelFileWriter writer("parser");
  writer.add<models::BeamLimits>("beam", std::span(&limits, 1));
  add_weights(writer, "move", std::move(weights), max_weights);
  writer.write(path);
}

ParserScores test_parser(const models::DependencyParser& parser,
                         const models::PosTagger& tagger,
                         const std::vector<TreebankSentence>& sentences) {
  ParserScores scores;
  for (const TreebankSentence& sentence : sentences) {
    const auto words = sentence.views();
    const auto tags = tagger.tag_finely(words);
    const auto begin = std::chrono::steady_clock::now();
    const models::Tree tree = parser.parse(words, tags);
    scores.seconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin)
            .count();
    count(sentence, tree, scores);
  }
  const auto words = static_cast<double>(scores.words);
  scores.heads /= words;
  scores.universal /= words;
  scores.subtypes /= words;
  return scores;
}

}  // namespace training
