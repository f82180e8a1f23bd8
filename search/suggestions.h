// What the articles of one generation offer while a query is typed, and the
// words that a mistyped one may stand for.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_reader.h"
#include "search/word_trie.h"
#include "text/article_id.h"
#include "text/span.h"

namespace search {

// A title or a phrase that has what was typed.
struct SuggestedText {
  std::string text;
  text::Span match;           // bytes of the text
  text::ArticleId article{};  // of a title
  uint32_t count = 0;         // of a phrase: titles and sampled bodies with it
};

// What a piece of CJK text may stand for.
struct TextGuess {
  std::string text;
  uint32_t count = 0;  // places that were found; not all there are
};

// Safe for any number of threads. Whatever is typed, the work is bounded.
class Suggestions {
 public:
  // Throws StorageError if a file is cut off or of another version.
  explicit Suggestions(const std::vector<Segment>& segments);
  ~Suggestions();
  Suggestions(const Suggestions&) = delete;
  Suggestions& operator=(const Suggestions&) = delete;

  // Of articles that are not deleted, in which a word begins what was typed:
  // what was typed itself first, then, of the newest of each segment, those
  // that begin so, the newest segment first.
  std::vector<SuggestedText> titles(std::string_view typed, size_t limit) const;

  // The same, most frequent first.
  std::vector<SuggestedText> phrases(std::string_view typed,
                                     size_t limit) const;

  // Articles with the word, folded and of an alphabet; rare words count as 0.
  uint32_t count(std::string_view word) const;

  // Best first: fewest mistakes, then most articles (WordTrie::guess()).
  std::vector<WordGuess> guess(std::string_view word, Ending ending) const;

  // Pieces of titles and phrases that differ from `typed`, written without
  // spaces, by as few characters as a word may by letters, but share a pair of
  // neighbours with it. Best first.
  std::vector<TextGuess> guess_cjk(std::string_view typed) const;

 private:
  struct Files;

  std::unique_ptr<const Files> files_;
};

}  // namespace search
