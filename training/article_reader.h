// Texts read up to their mentions, as `lode extract` does before it looks for
// relations.

#pragma once

#include <filesystem>
#include <string_view>

#include "extract/knowledge.h"
#include "extract/language_models.h"
#include "extract/reading.h"

namespace training {

class ArticleReader {
 public:
  // Loads the gazetteer, the rules and the models of `resources`. Throws
  // InputError if something can't be read.
  explicit ArticleReader(const std::filesystem::path& resources);

  const extract::LanguageModels& models() const { return models_; }

  // Title and body. Borrows `body`.
  extract::Reading read(std::string_view body) const;

 private:
  extract::Knowledge knowledge_;
  extract::LanguageModels models_;
};

}  // namespace training
