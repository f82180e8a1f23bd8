#include "training/tagger_training.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <utility>

#include "models/tagger_features.h"
#include "training/averaged_weights.h"

namespace training {
namespace {

using models::TaggerFeatures;
using models::TaggerWord;
using models::WordTag;

// A word is certain if it was seen this often and hardly ever otherwise.
constexpr int kCertainCount = 40;
constexpr double kCertainPart = 0.998;
// Rarer words are learned half of the time as if they were unknown.
constexpr int kRareCount = 2;

// The Penn tag of a word whose annotation has none.
models::PennTag penn_of(const TreebankSentence& sentence, size_t i) {
  return models::parse_penn_tag(sentence.fine_tags[i])
      .value_or(models::PennTag::kForeign);
}

struct Example {
  std::vector<TaggerWord> words;
  std::vector<uint8_t> labels;
};

struct Certainty {
  int count = 0;
  std::map<uint8_t, int> labels;
};

class TaggerTraining {
 public:
  TaggerTraining(const std::vector<TreebankSentence>& sentences,
                 const models::WordClasses& classes) {
    for (const TreebankSentence& sentence : sentences) {
      add_example(sentence, classes);
    }
    for (const auto& [form, seen] : forms_) {
      const auto best = std::ranges::max_element(
          seen.labels, {}, [](const auto& label) { return label.second; });
      if (seen.count >= kCertainCount &&
          best->second >= kCertainPart * seen.count) {
        certain_.emplace(form, best->first);
      }
    }
  }

  void run_epoch(std::mt19937& random) {
    std::vector<size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), size_t{0});
    // std::shuffle differs between libraries; this must not.
    for (size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[random() % i]);
    }
    for (const size_t i : order) learn(examples_[i], random);
  }

  // Ends a run: the next begins with nothing learned.
  void end_run() {
    runs_.push_back(weights_.average());
    weights_ = {};
  }

  void write(size_t max_weights, const std::filesystem::path& path) const {
    std::vector<LearnedWeight> certain;
    for (const auto& [form, label] : certain_) {
      TaggerWord word;
      word.form = form;
      certain.push_back({models::certain_feature(word), label, 1.0});
    }
    models::ModelFileWriter writer("tagger");
    writer.add<WordTag>("labels", labels_);
    add_weights(writer, "certain", certain, certain.size());
    add_weights(writer, "tag", mean_of(runs_), max_weights);
    writer.write(path);
  }

 private:
  void add_example(const TreebankSentence& sentence,
                   const models::WordClasses& classes) {
    Example example;
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      const TaggerWord word = models::look_at(sentence.words[i], classes);
      const uint8_t label = label_of({sentence.tags[i], penn_of(sentence, i)});
      example.words.push_back(word);
      example.labels.push_back(label);
      Certainty& seen = forms_[word.form];
      ++seen.count;
      ++seen.labels[label];
    }
    examples_.push_back(std::move(example));
  }

  uint8_t label_of(const WordTag& tag) {
    const auto found = std::ranges::find(labels_, tag);
    const auto label = static_cast<uint8_t>(found - labels_.begin());
    if (found == labels_.end()) labels_.push_back(tag);
    return label;
  }

  void learn(const Example& example, std::mt19937& random) {
    std::vector<TaggerWord> words = example.words;
    for (TaggerWord& word : words) {
      if (forms_.at(word.form).count <= kRareCount && random() % 2 == 0) {
        word.form = 0;
      }
    }
    TaggerFeatures features(words);
    uint8_t previous = TaggerFeatures::kNoLabel;
    uint8_t before = TaggerFeatures::kNoLabel;
    for (size_t i = 0; i < words.size(); ++i) {
      const auto known = certain_.find(words[i].form);
      uint8_t label = 0;
      if (known != certain_.end()) {
        label = known->second;
      } else {
        label = learn_word(features.at(i, previous, before), example.labels[i]);
      }
      before = previous;
      previous = label;
    }
  }

  // Returns what the weights said before they learned.
  uint8_t learn_word(std::span<const models::Feature> features, uint8_t right) {
    std::array<float, models::kMaxTaggerLabels> scores{};
    const auto used = std::span(scores).first(labels_.size());
    weights_.add_all(features, used);
    const auto best =
        static_cast<uint8_t>(std::ranges::max_element(used) - used.begin());
    if (best != right) {
      for (const models::Feature feature : features) {
        weights_.update(feature, right, 1.0F);
        weights_.update(feature, best, -1.0F);
      }
    }
    weights_.end_example();
    return best;
  }

  std::vector<Example> examples_;
  std::vector<WordTag> labels_;
  std::map<uint64_t, Certainty> forms_;
  std::map<uint64_t, uint8_t> certain_;
  AveragedWeights weights_;
  std::vector<std::vector<LearnedWeight>> runs_;
};

}  // namespace

void train_tagger(const std::vector<TreebankSentence>& sentences,
                  const models::WordClasses& classes,
                  const TaggerOptions& options,
                  const std::filesystem::path& path) {
  TaggerTraining training(sentences, classes);
  for (uint32_t run = 1; run <= options.runs; ++run) {
    std::mt19937 random(run);
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
      training.run_epoch(random);
    }
    training.end_run();
  }
  training.write(options.max_weights, path);
}

TaggerScores test_tagger(const models::PosTagger& tagger,
                         const std::vector<TreebankSentence>& sentences) {
  TaggerScores scores;
  for (const TreebankSentence& sentence : sentences) {
    const auto words = sentence.views();
    const auto tags = tagger.tag_finely(words);
    for (size_t i = 0; i < tags.size(); ++i) {
      scores.universal += tags[i].tag == sentence.tags[i] ? 1 : 0;
      scores.penn += to_string(tags[i].penn) == sentence.fine_tags[i] ? 1 : 0;
    }
    scores.words += words.size();
  }
  scores.universal /= static_cast<double>(scores.words);
  scores.penn /= static_cast<double>(scores.words);
  return scores;
}

void retag(const models::PosTagger& tagger,
           std::span<TreebankSentence> sentences) {
  for (TreebankSentence& sentence : sentences) {
    const auto words = sentence.views();
    const auto tags = tagger.tag_finely(words);
    for (size_t i = 0; i < tags.size(); ++i) {
      sentence.tags[i] = tags[i].tag;
      sentence.fine_tags[i] = to_string(tags[i].penn);
    }
  }
}

}  // namespace training
