#include "indexer/clean/repetition.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/sentences.h"
#include "text/span.h"

namespace indexer {
namespace {

// What precedes a text and is all repeated in it is short; looking for more
// takes quadratic time.
constexpr size_t kMaxSummaryParagraphs = 20;
constexpr size_t kMaxSummaryBytes = 4096;

std::string_view without_ellipsis(std::string_view sentence) {
  for (const std::string_view mark : {"...", "…", "……"}) {
    if (sentence.ends_with(mark)) sentence.remove_suffix(mark.size());
  }
  return sentence;
}

bool occurs(std::string_view sentence,
            std::span<const std::string> paragraphs) {
  const std::string_view stem = without_ellipsis(sentence);
  return std::ranges::any_of(paragraphs, [&](const std::string& paragraph) {
    return paragraph.find(stem) != std::string::npos;
  });
}

bool repeats_below(const std::string& paragraph,
                   std::span<const std::string> below) {
  if (paragraph.size() > kMaxSummaryBytes) return false;
  const auto sentences = text::find_sentences(paragraph);
  return std::ranges::all_of(sentences, [&](text::Span sentence) {
    return occurs(text::slice(paragraph, sentence), below);
  });
}

}  // namespace

std::vector<std::string> without_repetition(std::vector<std::string> paragraphs,
                                            const std::string& title) {
  constexpr size_t kMinRepeatedBytes = 40;
  std::erase(paragraphs, title);
  size_t first = 0;
  while (first + 1 < paragraphs.size() && first < kMaxSummaryParagraphs &&
         repeats_below(
             paragraphs[first],
             std::span<const std::string>(paragraphs).subspan(first + 1))) {
    ++first;
  }
  const auto rest = std::span(paragraphs).subspan(first);
  std::unordered_map<std::string, int> times;
  for (const std::string& paragraph : rest) ++times[paragraph];
  std::unordered_set<std::string> seen;
  std::vector<std::string> kept;
  for (std::string& paragraph : rest) {
    const bool is_copy = paragraph.size() >= kMinRepeatedBytes &&
                         times[paragraph] == 2 &&
                         !seen.insert(paragraph).second;
    if (!is_copy) kept.push_back(std::move(paragraph));
  }
  return kept;
}

}  // namespace indexer
