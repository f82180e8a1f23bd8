// Labelled Chinese or Korean text as examples for models::CjkNameTagger.

#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "models/cjk_chain.h"
#include "models/cjk_features.h"
#include "models/name_hints.h"
#include "training/chain_learner.h"
#include "training/labelled_text.h"

namespace training {

// Reads a file of hints: a line `[KIND]`, then words of that kind, apart by
// white space; `#` begins a comment line. Throws InputError naming file and
// line for an unknown kind.
std::vector<models::Hint> read_hints(const std::filesystem::path& file);

// The names of the gazetteer in `folder` that are written in Chinese or
// Korean characters, those of one character apart.
std::vector<models::Hint> gazetteer_hints(const std::filesystem::path& folder);

// As the extractor will cut and the tagger will see it.
ChainExample make_example(const LabelledText& text,
                          const models::NameHints& hints);

// Names told and right, by class.
struct NameCounts {
  size_t right = 0;
  size_t told = 0;
  size_t there = 0;

  double precision() const;
  double recall() const;
  double f1() const;
};

// By class: names that the labels of an example tell, and those of `names`
// with at least this confidence.
std::vector<NameCounts> count_names(const ChainExample& example,
                                    std::span<const models::NameSpan> names,
                                    double min_confidence);

// Writes the file that models::CjkNameTagger reads.
void write_tagger(const ChainLearner& learner,
                  const std::vector<models::NameHints::Entry>& hints,
                  size_t max_weights, const std::filesystem::path& file);

}  // namespace training
