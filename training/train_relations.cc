// Learns corpora/models/relations.bin and measures it by cross-validation.
//
//   train_relations RELATIONS RESOURCES MODEL
//
// RELATIONS is the folder of conll04, knowledge-net and re-docred; RESOURCES
// is corpora/ with its gazetteer, its rules and the other models.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "models/model_file.h"
#include "training/article_reader.h"
#include "training/calibration.h"
#include "training/logistic_regression.h"
#include "training/relation_data.h"
#include "training/relation_examples.h"

namespace {

using models::kPairLabelCount;
using training::Answer;
using training::ArticleReader;
using training::Example;
using training::LogisticRegression;
using training::MarkedText;
using training::Outcome;

constexpr size_t kFolds = 5;
constexpr size_t kMaxWeights = 120'000;
constexpr int kHeldOutFold = 3;  // of KnowledgeNet: measured, never learned
constexpr LogisticRegression::Options kOptions = {
    .passes = 8, .rate = 0.05, .l1 = 0.3, .l2 = 1.0, .least_examples = 2};

struct TextExamples {
  std::vector<Example> read;    // of the mentions that lode reads
  std::vector<Example> marked;  // of those that people marked
  bool measured = false;
};

std::vector<Example> without(const std::vector<TextExamples>& texts,
                             size_t fold) {
  std::vector<Example> examples;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (i % kFolds == fold) continue;
    for (const auto* of : {&texts[i].read, &texts[i].marked}) {
      examples.insert(examples.end(), of->begin(), of->end());
    }
  }
  return examples;
}

using Outcomes = std::array<std::vector<Outcome>, kPairLabelCount>;

// The scores of every text by a model that did not learn it.
Outcomes cross_validate(const std::vector<TextExamples>& texts) {
  Outcomes outcomes;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    const LogisticRegression model(without(texts, fold), kPairLabelCount,
                                   kOptions);
    for (size_t i = fold; i < texts.size(); i += kFolds) {
      if (!texts[i].measured) continue;
      for (const Example& example : texts[i].read) {
        const auto scores = model.scores(example.features);
        for (size_t label = 0; label < scores.size(); ++label) {
          const Answer answer = example.answers[label];
          if (answer == Answer::kUnknown) continue;
          outcomes[label].push_back({scores[label], answer == Answer::kYes});
        }
      }
    }
  }
  return outcomes;
}

void print_scores(models::PairLabel label, std::vector<Outcome> outcomes,
                  const models::Calibration& calibration) {
  std::printf("%-16s", std::string(models::to_string(label)).c_str());
  const auto all = std::ranges::count_if(
      outcomes, [](const Outcome& outcome) { return outcome.right; });
  std::printf(" %5zu pairs %5td right;", outcomes.size(), all);
  for (const double threshold : {0.3, 0.5, 0.6, 0.7, 0.8, 0.9}) {
    double told = 0;
    double right = 0;
    for (const Outcome& outcome : outcomes) {
      const double log_odds =
          calibration.slope * outcome.score + calibration.offset;
      if (log_odds < std::log(threshold / (1 - threshold))) continue;
      ++told;
      right += outcome.right;
    }
    std::printf("  %.1f: p %.3f r %.3f", threshold, told > 0 ? right / told : 0,
                right / static_cast<double>(std::max<ptrdiff_t>(all, 1)));
  }
  std::printf("\n");
}

std::vector<MarkedText> read_sets(const std::filesystem::path& folder) {
  std::vector<MarkedText> texts =
      training::read_conll04(folder / "conll04/train.txt");
  for (MarkedText& text :
       training::read_knowledge_net(folder / "knowledge-net/folds-1-3.jsonl")) {
    if (text.fold != kHeldOutFold) texts.push_back(std::move(text));
  }
  for (MarkedText& text :
       training::read_re_docred(folder / "re-docred/dev_revised.json")) {
    // Marked with what is true, whether the sentence says so or not.
    text.weight = 0.3F;
    texts.push_back(std::move(text));
  }
  return texts;
}

// Learns from all texts what is kept as `name`.
void add_regressions(models::ModelFileWriter& writer, const std::string& name,
                     const std::vector<TextExamples>& texts) {
  std::printf("%s\n", name.c_str());
  const Outcomes outcomes = cross_validate(texts);
  std::array<models::Calibration, kPairLabelCount> calibrations;
  for (size_t i = 0; i < outcomes.size(); ++i) {
    calibrations[i] = training::calibrate(outcomes[i]);
    print_scores(static_cast<models::PairLabel>(i), outcomes[i],
                 calibrations[i]);
  }
  const LogisticRegression model(without(texts, kFolds), kPairLabelCount,
                                 kOptions);
  training::add_weights(writer, name, model.weights(), kMaxWeights);
  writer.add<models::Calibration>(name + ".sigmoid", calibrations);
}

TextExamples examples_of(const MarkedText& text, const ArticleReader& reader,
                         bool with_trees) {
  const auto examples = [&](const extract::Reading& reading) {
    const auto syntax = read_syntax(reader.models(), reading.passages);
    const auto tree = [&](size_t passage, size_t sentence) {
      if (!with_trees) return extract::SentenceTree();
      return extract::tree_of(syntax[passage][sentence],
                              reading.passages[passage].sentences[sentence]);
    };
    return training::relation_examples(text, reading, reader.models().classes(),
                                       tree);
  };
  return {examples(reader.read(text.text)),
          examples(training::marked_reading(text)), text.weight == 1};
}

void learn(const std::filesystem::path& sets,
           const std::filesystem::path& resources,
           const std::filesystem::path& path) {
  const ArticleReader reader(resources);
  const std::vector<MarkedText> texts = read_sets(sets);
  models::ModelFileWriter writer("relations");
  for (const bool with_trees : {false, true}) {
    std::vector<TextExamples> examples;
    for (const MarkedText& text : texts) {
      examples.push_back(examples_of(text, reader, with_trees));
    }
    add_regressions(writer, with_trees ? "trees" : "words", examples);
  }
  writer.write(path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "train_relations RELATIONS RESOURCES MODEL\n";
    return 2;
  }
  try {
    learn(argv[1], argv[2], argv[3]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
