// How fast text is tagged and parsed:
//
//   syntax_bench MODELS FILE.txt
//
// Prints the words (of the models) that are cut and tagged, and that are
// parsed, in a second of processor time on one thread.

#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "extract/syntax.h"
#include "extract/tokens.h"
#include "models/word_classes.h"

namespace {

double seconds_since(std::clock_t start) {
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void measure(const std::string& folder, const std::string& text) {
  const models::WordClasses classes(folder + "/classes.bin");
  const extract::SyntaxModels models(folder, classes);
  const extract::Passage passage = extract::read_passage(text, false);
  std::vector<extract::SentenceSyntax> sentences;
  for (const extract::Sentence& sentence : passage.sentences) {
    sentences.emplace_back(models, passage, sentence);
  }
  std::clock_t start = std::clock();
  size_t words = 0;
  for (const auto& sentence : sentences)
    words += sentence.tagged().words.size();
  std::printf("%zu words, tagged: %.0f/s\n", words,
              static_cast<double>(words) / seconds_since(start));
  start = std::clock();
  size_t trees = 0;
  for (const auto& sentence : sentences) {
    trees += sentence.root() == extract::kNoToken ? 0 : 1;
  }
  std::printf("%zu trees, parsed: %.0f/s\n", trees,
              static_cast<double>(words) / seconds_since(start));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "syntax_bench MODELS FILE.txt\n");
    return 2;
  }
  try {
    std::ifstream file(argv[2]);
    measure(argv[1], {std::istreambuf_iterator<char>(file), {}});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
