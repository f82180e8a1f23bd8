// Dependency trees by a transition system with learned scores.

#pragma once

#include <filesystem>
#include <span>

#include "models/feature_weights.h"
#include "models/model_file.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

// Immutable: any number of threads may call parse().
class DependencyParser {
 public:
  // Borrows `classes`. Throws InputError if the file is no parser.
  DependencyParser(const std::filesystem::path& path,
                   const WordClasses& classes);

  // The tree of a sentence; `tags` has one tag a word. Linear in the words,
  // whatever they are.
  Tree parse(Words words, std::span<const Tag> tags) const;

 private:
  ModelFile file_;
  FeatureWeights weights_;
  const WordClasses* classes_;
};

}  // namespace models
