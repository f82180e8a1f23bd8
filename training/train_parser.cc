// Learns corpora/models/parser.bin and measures it.
//
//   train_parser TREES DEV CLASSES TAGGER PARSER [EPOCHS [WIDTH]]
//       learns PARSER from TREES (of train_tagger --jackknife) and prints its
//       scores on DEV after every epoch; the best is kept
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

constexpr uint32_t kEpochs = 10;
constexpr uint32_t kWidth = 8;
constexpr float kMargin = 25.0F;
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

void learn(const std::filesystem::path& trees, const Files& files,
           uint32_t epochs, uint32_t width) {
  const models::WordClasses classes(files.classes);
  training::ParserTraining training(training::read_conllu(trees), classes,
                                    width);
  Files candidate = files;
  candidate.parser += ".epoch";
  double best = 0;
  for (uint32_t epoch = 1; epoch <= epochs; ++epoch) {
    training.run_epoch(epoch);
    training.write(kMaxWeights, {width, kMargin}, candidate.parser);
    std::cout << "epoch " << epoch << ": ";
    const double score = test(candidate).universal;
    if (score <= best) continue;
    best = score;
    std::filesystem::copy_file(
        candidate.parser, files.parser,
        std::filesystem::copy_options::overwrite_existing);
  }
  std::filesystem::remove(candidate.parser);
}

int run(const std::vector<std::string>& arguments) {
  const size_t count = arguments.size();
  if (count == 5 && arguments[0] == "--test") {
    test({arguments[1], arguments[2], arguments[3], arguments[4]});
  } else if (count >= 5 && count <= 7) {
    const auto number = [&](size_t i, uint32_t fallback) {
      return count > i ? static_cast<uint32_t>(std::stoul(arguments[i]))
                       : fallback;
    };
    learn(arguments[0],
          {arguments[1], arguments[2], arguments[3], arguments[4]},
          number(5, kEpochs), number(6, kWidth));
  } else {
    std::cerr << "train_parser TREES DEV CLASSES TAGGER PARSER [EPOCHS "
                 "[WIDTH]]\ntrain_parser --test FILE CLASSES TAGGER PARSER\n";
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
