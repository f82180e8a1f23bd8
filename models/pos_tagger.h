// Parts of speech by an averaged perceptron over hashed features.

#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "models/feature_weights.h"
#include "models/model_file.h"
#include "models/penn_tag.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

// Immutable: any number of threads may call tag().
class PosTagger {
 public:
  // Borrows `classes`. Throws InputError if the file is no tagger.
  PosTagger(const std::filesystem::path& path, const WordClasses& classes);

  // One tag a word. Linear in the words, whatever they are.
  std::vector<Tag> tag(Words words) const;

  // The same, with the tags of the Penn treebank, as the parser reads them.
  std::vector<WordTag> tag_finely(Words words) const;

 private:
  // Appends the tags of a piece that fits the caches.
  void tag_piece(Words words, std::vector<WordTag>& tags) const;

  ModelFile file_;
  FeatureWeights weights_;
  FeatureWeights certain_;  // words that always have the same label
  std::span<const WordTag> labels_;
  const WordClasses* classes_;
};

}  // namespace models
