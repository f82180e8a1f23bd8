// Learns corpora/models/tagger.bin and measures it.
//
//   train_tagger SYNTAX CLASSES TAGGER             learns TAGGER
//   train_tagger --test FILE CLASSES TAGGER        its scores on a treebank
//   train_tagger --jackknife SYNTAX CLASSES TREES  for train_parser: the
//       sentences learned from, each tagged by a tagger that did not learn it
//
// SYNTAX is the folder of the treebanks ud-english-ewt and gum; CLASSES is
// corpora/models/classes.bin.

#include <ctime>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "models/pos_tagger.h"
#include "training/conllu.h"
#include "training/tagger_training.h"

namespace {

using training::TreebankSentence;
using Sentences = std::vector<TreebankSentence>;

constexpr size_t kFolds = 4;
// Enough for the errors that the parser must learn to live with.
constexpr int kFoldEpochs = 5;

void print_scores(const models::PosTagger& tagger, const Sentences& sentences) {
  const std::clock_t begin = std::clock();
  const auto scores = training::test_tagger(tagger, sentences);
  const double seconds =
      static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::cout << "UPOS " << 100 * scores.universal << "  XPOS "
            << 100 * scores.penn << "  words/s "
            << static_cast<double>(scores.words) / seconds << '\n';
}

void learn(const std::filesystem::path& syntax,
           const models::WordClasses& classes,
           const std::filesystem::path& path) {
  training::train_tagger(training::read_training_set(syntax), classes, {},
                         path);
  print_scores(models::PosTagger(path, classes),
               training::read_conllu(syntax / "ud-english-ewt/dev.conllu"));
}

// Neighbouring sentences, of one document mostly, are in one fold.
size_t fold_of(size_t i, size_t count) {
  return i * kFolds * 20 / count % kFolds;
}

void jackknife(const std::filesystem::path& syntax,
               const models::WordClasses& classes,
               const std::filesystem::path& path) {
  const Sentences sentences = training::read_training_set(syntax);
  Sentences tagged = sentences;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    Sentences others;
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (fold_of(i, sentences.size()) != fold) others.push_back(sentences[i]);
    }
    const std::filesystem::path model = path.string() + ".fold";
    training::train_tagger(others, classes, {.runs = 1, .epochs = kFoldEpochs},
                           model);
    const models::PosTagger tagger(model, classes);
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (fold_of(i, sentences.size()) != fold) continue;
      training::retag(tagger, std::span(&tagged[i], 1));
    }
    std::filesystem::remove(model);
  }
  training::write_conllu(tagged, path);
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 4 && arguments[0] == "--test") {
    const models::WordClasses classes(arguments[2]);
    print_scores(models::PosTagger(arguments[3], classes),
                 training::read_conllu(arguments[1]));
  } else if (arguments.size() == 4 && arguments[0] == "--jackknife") {
    jackknife(arguments[1], models::WordClasses(arguments[2]), arguments[3]);
  } else if (arguments.size() == 3) {
    learn(arguments[0], models::WordClasses(arguments[1]), arguments[2]);
  } else {
    std::cerr << "train_tagger [--test|--jackknife] DATA CLASSES FILE\n";
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
