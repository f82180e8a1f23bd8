// Names of people, organisations and places, by a learned sequence model that
// looks at the whole article: another use of a name helps to read this one.

#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/label_chain.h"
#include "models/model_file.h"
#include "models/name_lists.h"
#include "models/name_span.h"
#include "models/name_words.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

// The words of a sentence and their tags.
struct TaggedSentence {
  std::vector<std::string_view> words;  // borrowed text
  std::vector<Tag> tags;                // one a word
};

// Immutable: any number of threads may call tag().
class NameTagger {
 public:
  // Borrows `classes` and `lists`. Throws InputError if the file is no name
  // tagger.
  NameTagger(const std::filesystem::path& path, const WordClasses& classes,
             const NameLists& lists);

  // The names of each sentence of one article, in order, without overlap.
  std::vector<std::vector<NameSpan>> tag(
      std::span<const TaggedSentence> article) const;

 private:
  std::vector<LabelScores> score_words(const NameSentence& sentence,
                                       OpenWords words) const;
  float calibrated(float chance) const;

  ModelFile file_;
  FeatureWeights first_;   // of a sentence by itself
  FeatureWeights second_;  // of what the rest of the article says
  const WordClasses* classes_;
  const NameLists* lists_;
  LabelTransitions first_transitions_;
  LabelTransitions second_transitions_;
  float slope_ = 1;  // of confidence
  float shift_ = 0;
  float threshold_ = 0.5;  // of the chance of a name that is told
};

}  // namespace models
