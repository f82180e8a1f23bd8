// Learns corpora/models/parser.bin and measures it.
//
//   train_parser TREES DEV CLASSES TAGGER PARSER
//       learns PARSER from TREES (of train_tagger --jackknife): the mean of
//       several runs; prints its scores on DEV after each
//   train_parser --test TREEBANK CLASSES TAGGER PARSER
//       its scores on a treebank, with the tags of TAGGER
//
// CLASSES and TAGGER are corpora/models/{classes,tagger}.bin.

#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "models/dependency_parser.h"
#include "models/pos_tagger.h"
#include "training/conllu.h"
#include "training/parser_training.h"

namespace {

using training::ParserScores;

constexpr uint32_t kRuns = 1;
constexpr uint32_t kEpochs = 9;
constexpr models::BeamLimits kLimits = {.width = 8, .margin = 150};
constexpr size_t kMaxWeights = 1'000'000;

struct Files {
  std::filesystem::path treebank;
  std::filesystem::path classes;
  std::filesystem::path tagger;
  std::filesystem::path parser;
};

ParserScores test(const Files& files) {
  const models::WordClasses classes(files.classes);
  const models::PosTagger tagger(files.tagger, classes);
  const ParserScores scores =
      training::test_parser(models::DependencyParser(files.parser, classes),
                            tagger, training::read_conllu(files.treebank));
  std::cout << "UAS " << 100 * scores.heads << "  LAS "
            << 100 * scores.universal << "  with subtypes "
            << 100 * scores.subtypes << "  words/s "
            << static_cast<double>(scores.words) / scores.seconds << std::endl;
  return scores;
}

void learn(const std::filesystem::path& trees, const Files& files) {
  const models::WordClasses classes(files.classes);
  const auto sentences = training::read_conllu(trees);
  std::vector<std::vector<training::LearnedWeight>> runs;
  for (uint32_t run = 0; run < kRuns; ++run) {
    training::ParserTraining training(sentences, classes, kLimits.width);
    for (uint32_t epoch = 0; epoch < kEpochs; ++epoch) {
      training.run_epoch(1 + run * kEpochs + epoch);
    }
    runs.push_back(training.weights());
    training::write_parser(files.parser, training::mean_of(runs), kMaxWeights,
                           kLimits);
    test(files);
  }
}

int run(const std::vector<std::string>& arguments) {
  const size_t count = arguments.size();
  if (count == 5 && arguments[0] == "--test") {
    test({arguments[1], arguments[2], arguments[3], arguments[4]});
  } else if (count == 5) {
    learn(arguments[0],
          {arguments[1], arguments[2], arguments[3], arguments[4]});
  } else {
    std::cerr << "train_parser TREES DEV CLASSES TAGGER PARSER\n"
                 "train_parser --test FILE CLASSES TAGGER PARSER\n";
    return 2;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
