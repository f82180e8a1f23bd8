// Names of people, organisations and places, by a learned sequence model that
// looks at the whole article: another use of a name helps to read this one.

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/model_file.h"
#include "models/name_lists.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

enum class NameClass : uint8_t { kPerson, kOrganization, kLocation, kOther };

struct NameSpan {
  uint32_t first = 0;  // words [first, last) of the sentence
  uint32_t last = 0;
  NameClass name_class{};
  // 0..1: how likely span and class are right, measured on held-out text.
  float confidence = 0;
};

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
  ModelFile file_;
  FeatureWeights weights_;
  const WordClasses* classes_;
  const NameLists* lists_;
};

}  // namespace models
