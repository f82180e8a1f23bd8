// Dependency trees by a transition system with learned scores.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

#include "models/feature_weights.h"
#include "models/model_file.h"
#include "models/penn_tag.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

// How many trees are followed at once, and how far (in the unit of learning)
// one may lag behind the best.
struct BeamLimits {
  uint32_t width = 1;
  float margin = 0;
};

// Immutable: any number of threads may call parse().
class DependencyParser {
 public:
  // Borrows `classes`. Follows as many trees as the file says, or as `limits`
  // do. Throws InputError if the file is no parser.
  DependencyParser(const std::filesystem::path& path,
                   const WordClasses& classes,
                   std::optional<BeamLimits> limits = std::nullopt);

  // The tree of a sentence; `tags` has one tag a word, from PosTagger. Linear
  // in the words, whatever they are: longer ones than kMaxParsedWords are
  // parsed in pieces.
  Tree parse(Words words, std::span<const WordTag> tags) const;

 private:
  Tree parse_piece(Words words, std::span<const WordTag> tags) const;

  ModelFile file_;
  FeatureWeights weights_;
  BeamLimits limits_;
  const WordClasses* classes_;
};

}  // namespace models
