// Names as the learned tagger reads them, in tokens of the article.

#pragma once

#include <cstdint>
#include <vector>

#include "extract/knowledge.h"
#include "extract/language_models.h"
#include "models/name_lists.h"
#include "models/name_tagger.h"

namespace extract {

struct TaggedName {
  size_t passage = 0;
  size_t sentence = 0;
  size_t first = 0;  // tokens [first, last) of the passage
  size_t last = 0;
  models::NameClass name_class{};
  float confidence = 0;  // 0..1
  uint32_t lists = 0;    // a bit 1 << NameList for each that has this name
  // All its words are most often written in lower case: `Supreme Court`.
  bool common = false;
  // The article before its words is part of it: `of The Economist`.
  bool with_article = false;

  bool is_listed(models::NameList list) const {
    return (lists >> static_cast<unsigned>(list) & 1U) != 0;
  }
};

// By position, without overlap; none in sentences without a tree. Title and
// body are read as one article. Titles of people and articles before a name
// are left out of its words.
std::vector<TaggedName> find_tagged_names(const Knowledge& knowledge,
                                          const LanguageModels& models,
                                          const std::vector<Passage>& passages,
                                          const ArticleSyntax& syntax);

}  // namespace extract
