// The language of questions: finds its words in a question.

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/period.h"
#include "graph/question_tokens.h"
#include "graph/question_words.h"

namespace graph {

// A value of a slot, in the first `length` tokens of a question's rest.
struct SlotValue {
  size_t length = 0;
  // Into the relations, kinds or measures of QuestionWords.
  size_t index = 0;
};

struct PeriodValue {
  size_t length = 0;
  Period period;
};

using Tokens = std::span<const QuestionToken>;

// Safe for any number of threads.
class QuestionLanguage {
 public:
  explicit QuestionLanguage(QuestionWords words);

  const QuestionWords& words() const { return words_; }

  // What `slot`, one of words, may stand for at the beginning of `tokens`.
  std::vector<SlotValue> values(Slot slot, Tokens tokens) const;

  std::vector<PeriodValue> periods(Tokens tokens) const;

  // True for words like `and` between two titles of one person.
  bool is_joiner(std::string_view folded) const;

  // True for words like `the`, which may stand before a name.
  bool is_article(std::string_view folded) const;

  // True for words like `of`, which names may have inside.
  bool is_inside_names(std::string_view folded) const;

  // True for words like `smelter`, which tell of what kind a name is.
  bool is_kind_word(std::string_view folded) const;

 private:
  struct Entry {
    Slot slot{};
    Phrase phrase;
    size_t index = 0;
  };

  void add(Slot slot, const std::vector<std::string>& phrases, size_t index);

  QuestionWords words_;
  std::multimap<std::string, Entry, std::less<>> entries_;  // by first token
};

// That of corpora/questions.
const QuestionLanguage& question_language();

// True where `tokens` begin with `phrase`.
bool starts_with(Tokens tokens, const Phrase& phrase);

}  // namespace graph
