// Names in Chinese, Japanese or Korean text, by a conditional random field
// over hashed features.

#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "models/cjk_chain.h"
#include "models/cjk_token.h"
#include "models/feature_weights.h"
#include "models/model_file.h"
#include "models/name_hints.h"
#include "models/name_tagger.h"

namespace models {

// Immutable: any number of threads may call tag().
class CjkNameTagger {
 public:
  // Throws InputError if the file is no such tagger.
  explicit CjkNameTagger(const std::filesystem::path& path);

  // The names of one sentence, in order, without overlap. Linear in the
  // tokens. Confidence is the model's probability of the span and its class.
  std::vector<NameSpan> tag(std::span<const CjkToken> sentence) const;

 private:
  std::vector<NameSpan> tag_part(std::span<const CjkToken> part) const;

  ModelFile file_;
  FeatureWeights weights_;
  NameHints hints_;
  LabelTransitions transitions_;
};

}  // namespace models
