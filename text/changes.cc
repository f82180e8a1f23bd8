#include "text/changes.h"

#include <unordered_map>

#include "text/fold.h"
#include "text/sentences.h"
#include "text/words.h"

namespace text {
namespace {

std::string fold_words(std::string_view sentence) {
  const std::string folded = fold(sentence);
  std::string words;
  for (const Word& word : find_words(folded)) {
    if (word.kind == WordKind::kPunctuation) continue;
    words.append(slice(folded, word.span)).append(" ");
  }
  return words;
}

}  // namespace

TextVersion::TextVersion(std::string_view utf8) {
  for (const Span& span : find_sentences(utf8)) {
    std::string words = fold_words(slice(utf8, span));
    if (!words.empty()) sentences_.push_back({span, std::move(words)});
  }
}

// The sentences that `other` has not.
std::vector<Span> TextVersion::without(const TextVersion& other) const {
  std::unordered_map<std::string_view, size_t> left;
  for (const Sentence& sentence : other.sentences_) ++left[sentence.words];
  std::vector<Span> rest;
  for (const Sentence& sentence : sentences_) {
    const auto known = left.find(sentence.words);
    if (known == left.end() || known->second == 0) {
      rest.push_back(sentence.span);
    } else {
      --known->second;
    }
  }
  return rest;
}

Changes find_changes(const TextVersion& earlier, const TextVersion& later) {
  return {.added = later.without(earlier), .removed = earlier.without(later)};
}

}  // namespace text
