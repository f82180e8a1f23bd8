// The learned models that read English, loaded together (docs/models.md).

#pragma once

#include <filesystem>
#include <vector>

#include "extract/syntax.h"
#include "extract/tokens.h"
#include "models/name_lists.h"
#include "models/name_tagger.h"
#include "models/word_classes.h"

namespace extract {

// Immutable: any number of threads may read with them.
class LanguageModels {
 public:
  // Loads classes.bin, lists.bin, tagger.bin, parser.bin and names.bin of
  // `folder`. Throws InputError if one of them is no such model.
  explicit LanguageModels(const std::filesystem::path& folder);
  LanguageModels(const LanguageModels&) = delete;  // parts borrow each other
  LanguageModels& operator=(const LanguageModels&) = delete;

  const models::WordClasses& classes() const { return classes_; }
  const models::NameLists& lists() const { return lists_; }
  const SyntaxModels& syntax() const { return syntax_; }
  const models::NameTagger& names() const { return names_; }

 private:
  models::WordClasses classes_;
  models::NameLists lists_;
  SyntaxModels syntax_;
  models::NameTagger names_;
};

// By passage and sentence. For one thread at a time; borrows the passages.
using ArticleSyntax = std::vector<std::vector<SentenceSyntax>>;

ArticleSyntax read_syntax(const LanguageModels& models,
                          const std::vector<Passage>& passages);

}  // namespace extract
