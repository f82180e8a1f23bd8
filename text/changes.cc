#include "text/changes.h"

#include <string>
#include <unordered_map>

#include "text/fold.h"
#include "text/sentences.h"
#include "text/words.h"

namespace text {
namespace {

struct Sentence {
  Span span;
  std::string words;  // folded, without punctuation
};

std::string fold_words(std::string_view sentence) {
  const std::string folded = fold(sentence);
  std::string words;
  for (const Word& word : find_words(folded)) {
    if (word.kind == WordKind::kPunctuation) continue;
    words.append(slice(folded, word.span)).append(" ");
  }
  return words;
}

std::vector<Sentence> read_sentences(std::string_view utf8) {
  std::vector<Sentence> sentences;
  for (const Span& span : find_sentences(utf8)) {
    std::string words = fold_words(slice(utf8, span));
    if (!words.empty()) sentences.push_back({span, std::move(words)});
  }
  return sentences;
}

// The sentences of `a` that `b` has not.
std::vector<Span> subtract(const std::vector<Sentence>& a,
                           const std::vector<Sentence>& b) {
  std::unordered_map<std::string_view, size_t> left;
  for (const Sentence& sentence : b) ++left[sentence.words];
  std::vector<Span> rest;
  for (const Sentence& sentence : a) {
    const auto known = left.find(sentence.words);
    if (known == left.end() || known->second == 0) {
      rest.push_back(sentence.span);
    } else {
      --known->second;
    }
  }
  return rest;
}

}  // namespace

Changes find_changes(std::string_view earlier, std::string_view later) {
  const auto before = read_sentences(earlier);
  const auto after = read_sentences(later);
  return {.added = subtract(after, before), .removed = subtract(before, after)};
}

}  // namespace text
