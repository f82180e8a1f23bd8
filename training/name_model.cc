#include "training/name_model.h"

#include <string>
#include <utility>

#include "models/model_file.h"
#include "training/learned_weights.h"

namespace training {
namespace {

std::vector<const NameExample*> examples_of(
    const std::vector<NameLesson>& lessons, size_t folds, size_t left_out) {
  std::vector<const NameExample*> examples;
  for (size_t i = 0; i < lessons.size(); ++i) {
    if (i % folds == left_out) continue;
    for (const NameExample& example : lessons[i].examples) {
      examples.push_back(&example);
    }
  }
  return examples;
}

std::vector<const NameExample*> examples_of_all(
    const std::vector<NameLesson>& lessons) {
  return examples_of(lessons, lessons.size() + 1, lessons.size());
}

std::vector<LearnedWeight> weights_of(const NameLearner& learner,
                                      const FeatureIndex& index) {
  std::vector<LearnedWeight> weights;
  for (size_t row = 0; row < learner.weights().size(); ++row) {
    for (uint16_t label = 0; label < models::kNameLabelCount; ++label) {
      const float weight = learner.weights()[row][label];
      if (weight == 0) continue;
      weights.push_back(
          {index.features()[row], label, static_cast<double>(weight)});
    }
  }
  return weights;
}

std::vector<float> flat(const models::LabelTransitions& transitions) {
  std::vector<float> values;
  for (const models::LabelScores& row : transitions) {
    values.insert(values.end(), row.begin(), row.end());
  }
  return values;
}

}  // namespace

NameModel::NameModel(std::vector<NameLesson> lessons,
                     const NameModelSettings& settings) {
  for (const NameLesson& lesson : lessons) count_features(lesson, first_index_);
  first_index_.number(settings.min_count);
  for (NameLesson& lesson : lessons) add_features(lesson, first_index_);
  const size_t count = first_index_.features().size();
  for (size_t fold = 0; fold < settings.folds; ++fold) {
    NameLearner learner(count, settings.first);
    learner.learn(examples_of(lessons, settings.folds, fold));
    for (size_t i = fold; i < lessons.size(); i += settings.folds) {
      read_first(learner, lessons[i]);
    }
  }
  first_ = std::make_unique<NameLearner>(count, settings.first);
  first_->learn(examples_of_all(lessons));
  learn_second(lessons, settings);
}

void NameModel::read_first(const NameLearner& learner,
                           NameLesson& lesson) const {
  lesson.first_scores.clear();
  for (size_t s = 0; s < lesson.stretches.size(); ++s) {
    lesson.first_scores.push_back(learner.score(lesson.examples[s]));
    const models::NameReading& reading = lesson.stretches[s];
    lesson.stretches[s] = models::read_names(
        reading.sentence, reading.words,
        models::LabelChain(lesson.first_scores.back(), learner.transitions()));
  }
}

void NameModel::learn_second(const std::vector<NameLesson>& lessons,
                             const NameModelSettings& settings) {
  if (settings.folds > 0) {
    for (const NameLesson& lesson : lessons) count_votes(lesson, second_index_);
  }
  second_index_.number(settings.min_count);
  std::vector<NameExample> examples;
  for (const NameLesson& lesson : lessons) {
    if (settings.folds == 0) break;
    for (NameExample& example : vote_examples(lesson, second_index_)) {
      examples.push_back(std::move(example));
    }
  }
  std::vector<const NameExample*> order;
  for (const NameExample& example : examples) order.push_back(&example);
  second_ = std::make_unique<NameLearner>(second_index_.features().size(),
                                          settings.second);
  second_->start_from(*first_);
  second_->learn(order);
}

std::vector<std::vector<models::NameSpan>> NameModel::tag(
    NameLesson& lesson, float threshold) const {
  for (NameExample& example : lesson.examples) {
    for (NameExample::Word& word : example.words) word.features.clear();
  }
  add_features(lesson, first_index_);
  read_first(*first_, lesson);
  std::vector<std::vector<models::NameSpan>> names(
      lesson.article.sentences.size());
  const auto examples = vote_examples(lesson, second_index_);
  for (size_t s = 0; s < examples.size(); ++s) {
    const models::LabelChain chain(second_->score(examples[s]),
                                   second_->transitions());
    const auto found =
        models::likely_names(chain, lesson.stretches[s].words.first, threshold);
    auto& all = names[lesson.stretches[s].sentence];
    all.insert(all.end(), found.begin(), found.end());
  }
  return names;
}

void NameModel::write(const std::filesystem::path& file, const Telling& telling,
                      size_t max_weights) const {
  models::ModelFileWriter writer("names");
  add_weights(writer, "first", weights_of(*first_, first_index_), max_weights);
  add_weights(writer, "second", weights_of(*second_, second_index_),
              max_weights);
  writer.add<float>("first.pairs", flat(first_->transitions()));
  writer.add<float>("second.pairs", flat(second_->transitions()));
  writer.add<float>(
      "confidence",
      std::vector<float>{telling.slope, telling.shift, telling.threshold});
  writer.write(file);
}

}  // namespace training
