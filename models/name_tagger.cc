#include "models/name_tagger.h"

#include <algorithm>
#include <cmath>

#include "models/label_chain.h"
#include "models/label_transitions.h"
#include "models/name_features.h"
#include "models/name_votes.h"
#include "models/name_words.h"
#include "text/error.h"

namespace models {
namespace {

constexpr std::string_view kKind = "names";

LabelScores score(const FeatureWeights& weights,
                  std::span<const Feature> features) {
  std::array<int32_t, kNameLabelCount> sums{};
  weights.add_all(features, sums);
  LabelScores scores;
  for (size_t label = 0; label < scores.size(); ++label) {
    scores[label] = static_cast<float>(sums[label]) / weights.scale();
  }
  return scores;
}

}  // namespace

NameTagger::NameTagger(const std::filesystem::path& path,
                       const WordClasses& classes, const NameLists& lists)
    : file_(path, kKind),
      first_(file_, "first"),
      second_(file_, "second"),
      classes_(&classes),
      lists_(&lists),
      first_transitions_(read_transitions(file_, "first.pairs")),
      second_transitions_(read_transitions(file_, "second.pairs")) {
  const auto numbers = file_.numbers("confidence", 3);
  if (first_.label_count() > kNameLabelCount ||
      second_.label_count() > kNameLabelCount) {
    throw text::InputError(path.string() + ": no name tagger");
  }
  slope_ = numbers[0];
  shift_ = numbers[1];
  threshold_ = numbers[2];
}

std::vector<std::vector<NameSpan>> NameTagger::tag(
    std::span<const TaggedSentence> article) const {
  const NameArticle read(article, *classes_, *lists_);
  std::vector<NameReading> readings;
  std::vector<std::vector<LabelScores>> scores;
  for (uint32_t s = 0; s < article.size(); ++s) {
    const NameSentence& sentence = read.sentences()[s];
    for (const OpenWords& words : open_words(sentence)) {
      scores.push_back(score_words(sentence, words));
      readings.push_back(
          read_names(s, words, LabelChain(scores.back(), first_transitions_)));
    }
  }
  const NameVotes votes(read, readings);
  std::vector<std::vector<NameSpan>> names(article.size());
  for (size_t i = 0; i < readings.size(); ++i) {
    for (size_t word = 0; word < scores[i].size(); ++word) {
      const LabelScores more =
          score(second_, votes.features(readings[i], word));
      for (size_t label = 0; label < kNameLabelCount; ++label) {
        scores[i][word][label] += more[label];
      }
    }
    for (NameSpan name :
         likely_names(LabelChain(scores[i], second_transitions_),
                      readings[i].words.first, threshold_)) {
      name.confidence = calibrated(name.confidence);
      names[readings[i].sentence].push_back(name);
    }
  }
  return names;
}

std::vector<LabelScores> NameTagger::score_words(const NameSentence& sentence,
                                                 OpenWords words) const {
  std::vector<LabelScores> scores;
  scores.reserve(words.last - words.first);
  for (uint32_t i = words.first; i < words.last; ++i) {
    scores.push_back(score(first_, name_features(sentence, i).all()));
  }
  return scores;
}

// The chain's own chances are too sure of text that is unlike what it learned
// from: Platt 1999.
float NameTagger::calibrated(float chance) const {
  const float odds =
      std::log(std::max(chance, 1e-6F) / std::max(1.0F - chance, 1e-6F));
  return 1.0F / (1.0F + std::exp(-(slope_ * odds + shift_)));
}

}  // namespace models
