// Learns corpora/models/names-ko.bin from KLUE (docs/models.md).
//
//   train_korean_names KLUE_FILE CORPORA_FOLDER OUT_FILE [FOLDS]
//
// With FOLDS, learns as often, each time without one part of the set, and
// prints how the names of that part are read; OUT_FILE is then learned from
// all but the last part. Without, it is learned from everything.

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <span>
#include <string>
#include <vector>

#include "training/cjk_examples.h"

namespace training {
namespace {

constexpr size_t kMaxWeights = 280'000;
constexpr std::array kClassNames = {"PER", "ORG", "LOC", "all"};

std::vector<ChainExample> part_of(const std::vector<ChainExample>& all,
                                  size_t folds, size_t fold, bool held_out) {
  std::vector<ChainExample> part;
  for (size_t i = 0; i < all.size(); ++i) {
    if ((i % folds == fold) == held_out) part.push_back(all[i]);
  }
  return part;
}

using Counts = std::array<NameCounts, kClassNames.size()>;

void add(NameCounts& sum, const NameCounts& more) {
  sum.right += more.right;
  sum.told += more.told;
  sum.there += more.there;
}

Counts measure(const ChainLearner& learner,
               const std::vector<ChainExample>& examples,
               double min_probability) {
  const auto weights = models::chain_weights(learner.transitions());
  Counts sums{};
  for (const ChainExample& example : examples) {
    const auto names =
        models::names_of(learner.score(example.features), weights,
                         static_cast<float>(min_probability));
    const auto counts = count_names(example, names, min_probability);
    for (size_t c = 0; c < counts.size(); ++c) {
      add(sums[c], counts[c]);
      add(sums.back(), counts[c]);
    }
  }
  return sums;
}

void print(const Counts& counts) {
  for (size_t c = 0; c < counts.size(); ++c) {
    std::printf("%s %.4f %.4f %.4f  ", kClassNames[c], counts[c].precision(),
                counts[c].recall(), counts[c].f1());
  }
  std::printf("\n");
  std::fflush(stdout);
}

void run(std::span<const std::string> arguments) {
  const std::filesystem::path corpora = arguments[1];
  auto hints = gazetteer_hints(corpora / "gazetteer");
  for (const char* name : {"ko.txt", "ko-places.txt"}) {
    const auto words = read_hints(corpora / "hints" / name);
    hints.insert(hints.end(), words.begin(), words.end());
  }
  const auto table = models::NameHints::build(std::move(hints));
  std::vector<ChainExample> examples;
  for (const LabelledText& text : read_klue(arguments[0])) {
    examples.push_back(make_example(text, models::NameHints(table)));
  }
  const size_t folds = arguments.size() > 3 ? std::stoul(arguments[3]) : 0;
  constexpr std::array kThresholds = {0.3, 0.35, 0.4, 0.45, 0.5};
  std::array<Counts, kThresholds.size()> sums{};
  for (size_t fold = 0; fold < std::max<size_t>(folds, 1); ++fold) {
    ChainLearner learner(
        folds == 0 ? examples : part_of(examples, folds, fold, false), {});
    learner.learn();
    if (fold + 1 >= folds)
      write_tagger(learner, table, kMaxWeights, arguments[2]);
    if (folds == 0) return;
    const auto held_out = part_of(examples, folds, fold, true);
    for (size_t i = 0; i < kThresholds.size(); ++i) {
      const Counts counts = measure(learner, held_out, kThresholds[i]);
      for (size_t c = 0; c < counts.size(); ++c) add(sums[i][c], counts[c]);
      if (i == 2) print(counts);
    }
  }
  for (size_t i = 0; i < kThresholds.size(); ++i) {
    std::printf("at least %.2f: ", kThresholds[i]);
    print(sums[i]);
  }
}

}  // namespace
}  // namespace training

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 3 || arguments.size() > 4) {
    std::fprintf(stderr,
                 "usage: train_korean_names KLUE_FILE CORPORA_FOLDER OUT_FILE "
                 "[FOLDS]\n");
    return 2;
  }
  try {
    training::run(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_korean_names: %s\n", error.what());
    return 1;
  }
  return 0;
}
