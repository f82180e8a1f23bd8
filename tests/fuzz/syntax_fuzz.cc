// Any bytes are tagged and parsed, as words cut at spaces and as a passage:
// every sentence is a tree.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "extract/syntax.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

std::vector<std::string_view> cut_at_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

void read_words(const extract::SyntaxModels& models, std::string_view text) {
  const auto words = cut_at_spaces(text);
  const auto tags = models.tagger().tag_finely(words);
  require(tags.size() == words.size());
  require(models.parser().parse(words, tags).size() == words.size());
}

void read_sentences(const extract::SyntaxModels& models,
                    std::string_view text) {
  const extract::Passage passage = extract::read_passage(text, false);
  for (const extract::Sentence& sentence : passage.sentences) {
    const extract::SentenceSyntax syntax(models, passage, sentence);
    size_t roots = 0;
    for (size_t i = sentence.first; i < sentence.last; ++i) {
      roots += syntax.head(i) == extract::kNoToken ? 1 : 0;
      for (const size_t child : syntax.children(i)) {
        require(syntax.head(child) == i);
      }
    }
    require(!syntax.has_tree() || roots == 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string folder =
      std::string(LODE_SOURCE_DIR) + "/corpora/models";
  static const models::WordClasses classes(folder + "/classes.bin");
  static const extract::SyntaxModels models(folder, classes);
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_words(models, text);
  read_sentences(models, text);
  return 0;
}
