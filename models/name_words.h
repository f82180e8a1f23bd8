// The words of an article as the name tagger looks at them: case, shape,
// classes, lists, and what the rest of the article shows of each.

#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/feature_weights.h"
#include "models/name_lists.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

struct TaggedSentence;

enum class Casing : uint8_t {
  kNoLetters,
  kLower,
  kTitle,    // `Zurich`
  kInitial,  // `J`, `J.`
  kUpper,    // `BHP`
  kMixed,    // `McKay`, `eBay`
};

// Where a word stands in a stretch of words.
enum class Place : uint8_t { kNone, kFirst, kInside, kLast, kOnly };

struct NameWord {
  std::string_view text;  // as read: headlines in capitals are truecased
  std::string_view lower;
  uint64_t form_hash = 0;
  uint64_t lower_hash = 0;
  uint64_t shape = 0;  // of kinds of characters, repetitions left out
  WordClass own_class;
  WordClass lower_class;  // of the word in lower case
  std::array<Place, kNameListCount> lists{};
  uint32_t list_mask = 0;  // bit NameList: the word stands in such a name
  Casing casing{};
  Tag tag{};
  // Only open words can belong to a name: those with a capital and those that
  // may join two of these.
  bool open = false;
  // The stretch of capitalised words around the word; empty for others.
  uint32_t run_first = 0;
  uint32_t run_last = 0;
  // Elsewhere in the article:
  bool lower_elsewhere = false;
  bool capital_elsewhere = false;  // inside a sentence
};

inline bool is_capital(const NameWord& word) {
  return word.casing >= Casing::kTitle;
}

struct NameSentence {
  std::vector<NameWord> words;
  bool all_capitals = false;
  bool title_case = false;  // most words have capitals
  bool table = false;       // numbers and names, hardly a sentence
};

// Words [first, last) of a sentence.
struct OpenWords {
  uint32_t first = 0;
  uint32_t last = 0;
};

// The stretches of open words, cut where they are longer than any name, so
// that text without end costs no more than other text.
std::vector<OpenWords> open_words(const NameSentence& sentence);

// Owns what its words view, apart from the article's own text.
class NameArticle {
 public:
  NameArticle(std::span<const TaggedSentence> article,
              const WordClasses& classes, const NameLists& lists);

  std::span<const NameSentence> sentences() const { return sentences_; }

 private:
  void read_sentence(const TaggedSentence& sentence);
  void truecase(NameSentence& sentence, const WordClasses& classes);
  std::string_view keep(std::string text);
  void find_elsewhere();

  std::vector<NameSentence> sentences_;
  std::deque<std::string> texts_;
};

}  // namespace models
