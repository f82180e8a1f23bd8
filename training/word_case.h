// How plain text writes each word: in lower case or with a capital.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace training {

struct CaseCounts {
  uint32_t lower = 0;
  uint32_t capital = 0;  // not at the beginning of a sentence
};

class WordCase {
 public:
  void add(const std::vector<std::string_view>& sentence);

  // Of a word, by its lower case; zeros if it was not seen.
  CaseCounts of(const std::string& lower) const;

  // True if text writes a word with a capital at most `ratio` times for each
  // time in lower case, and often enough to say so.
  bool is_mostly_lower(const std::string& lower, double ratio) const;

  // Words that are written in lower case most often, sorted.
  std::vector<std::string> common_words() const;

 private:
  std::map<std::string, CaseCounts> counts_;
};

}  // namespace training
