#include "training/word_case.h"

#include <algorithm>

#include "text/fold.h"

namespace training {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

void WordCase::add(const std::vector<std::string_view>& sentence) {
  for (size_t i = 0; i < sentence.size(); ++i) {
    const std::string_view word = sentence[i];
    const bool lower = is_lower(word[0]);
    if (!lower && (i == 0 || !is_upper(word[0]))) continue;
    CaseCounts& counts = counts_[text::fold(word)];
    (lower ? counts.lower : counts.capital) += 1;
  }
}

CaseCounts WordCase::of(const std::string& lower) const {
  const auto found = counts_.find(lower);
  return found == counts_.end() ? CaseCounts{} : found->second;
}

bool WordCase::is_mostly_lower(const std::string& lower, double ratio) const {
  constexpr uint32_t kEnough = 10;
  const CaseCounts counts = of(lower);
  return counts.lower >= kEnough && counts.lower * ratio >= counts.capital;
}

std::vector<std::string> WordCase::common_words() const {
  constexpr uint32_t kEnough = 5;
  std::vector<std::string> words;
  for (const auto& [word, counts] : counts_) {
    if (counts.lower >= kEnough && counts.lower > counts.capital) {
      words.push_back(word);
    }
  }
  return words;
}

}  // namespace training
