#include "extract/language_models.h"

namespace extract {

LanguageModels::LanguageModels(const std::filesystem::path& folder)
    : classes_(folder / "classes.bin"),
      lists_(folder / "lists.bin"),
      syntax_(folder, classes_),
      names_(folder / "names.bin", classes_, lists_) {}

ArticleSyntax read_syntax(const LanguageModels& models,
                          const std::vector<Passage>& passages) {
  ArticleSyntax syntax;
  for (const Passage& passage : passages) {
    std::vector<SentenceSyntax>& sentences = syntax.emplace_back();
    sentences.reserve(passage.sentences.size());
    for (const Sentence& sentence : passage.sentences) {
      sentences.emplace_back(models.syntax(), passage, sentence);
    }
  }
  return syntax;
}

}  // namespace extract
