// Articles with marked names as examples for learning.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "models/name_features.h"
#include "models/name_votes.h"
#include "training/feature_index.h"
#include "training/name_learner.h"
#include "training/name_sets.h"

namespace training {

// An article, its words read, and its stretches of open words.
struct NameLesson {
  MarkedArticle article;
  std::unique_ptr<models::NameArticle> read;  // borrows `article`
  std::vector<models::NameReading> stretches;
  std::vector<NameExample> examples;  // one a stretch
  // The scores of the first reading, by stretch and word.
  std::vector<std::vector<models::LabelScores>> first_scores;
  float weight = 1;
};

// The article's words need tags. Its examples have no features yet.
NameLesson make_lesson(MarkedArticle article, float weight,
                       const models::WordClasses& classes,
                       const models::NameLists& lists);

// Counts the features of the examples' words.
void count_features(const NameLesson& lesson, FeatureIndex& index);
// Gives the words their features, those that have a number.
void add_features(NameLesson& lesson, const FeatureIndex& index);

// The same for what the first reading, in `lesson.stretches`, tells.
void count_votes(const NameLesson& lesson, FeatureIndex& index);
// The examples with votes as features; base and labels stay.
std::vector<NameExample> vote_examples(const NameLesson& lesson,
                                       const FeatureIndex& index);

}  // namespace training
