// The name tagger while it is learned: both of its readings.

#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "training/name_examples.h"
#include "training/name_learner.h"

namespace training {

struct NameModelSettings {
  NameLearnerSettings first;
  NameLearnerSettings second;
  uint32_t min_count = 2;  // of a feature, in words
  // The second reading learns from first readings by models that did not see
  // the article: so many, each without its share of the articles.
  size_t folds = 3;
};

class NameModel {
 public:
  // Learns from all lessons. Fills in the first reading of each.
  NameModel(std::vector<NameLesson> lessons, const NameModelSettings& settings);

  // The names of each sentence that are at least `threshold` likely.
  std::vector<std::vector<models::NameSpan>> tag(NameLesson& lesson,
                                                 float threshold) const;

  // Confidence is told as 1 / (1 + exp(-(slope * log odds + shift))).
  struct Telling {
    float slope = 1;
    float shift = 0;
    float threshold = 0.5;
  };
  // Throws InputError naming the file if it can't be written.
  void write(const std::filesystem::path& file, const Telling& telling,
             size_t max_weights) const;

 private:
  void read_first(const NameLearner& learner, NameLesson& lesson) const;
  void learn_second(const std::vector<NameLesson>& lessons,
                    const NameModelSettings& settings);

  FeatureIndex first_index_;
  FeatureIndex second_index_;
  std::unique_ptr<NameLearner> first_;
  std::unique_ptr<NameLearner> second_;
};

}  // namespace training
