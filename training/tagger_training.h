// Learning the tagger from treebanks.

#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "models/pos_tagger.h"
#include "models/word_classes.h"
#include "training/conllu.h"

namespace training {

struct TaggerOptions {
  uint32_t runs = 3;  // whose mean is kept
  int epochs = 8;
  size_t max_weights = 350'000;
};

// Writes a tagger that was learned from `sentences`.
void train_tagger(const std::vector<TreebankSentence>& sentences,
                  const models::WordClasses& classes,
                  const TaggerOptions& options,
                  const std::filesystem::path& path);

struct TaggerScores {
  double universal = 0;  // part of the words with the right universal tag
  double penn = 0;
  size_t words = 0;
};

TaggerScores test_tagger(const models::PosTagger& tagger,
                         const std::vector<TreebankSentence>& sentences);

// Replaces the tags by those of `tagger`.
void retag(const models::PosTagger& tagger,
           std::span<TreebankSentence> sentences);

}  // namespace training
