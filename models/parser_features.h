// What the parser sees of a state: the words on top of the stack and in front,
// their arcs so far (after Zhang & Nivre 2011), their classes, and what lies
// between.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/feature_weights.h"
#include "models/parser_state.h"
#include "models/penn_tag.h"
#include "models/sentence.h"
#include "models/word_classes.h"

namespace models {

struct ParserWord {
  uint64_t form = 0;    // in lower case, digits as `0`
  uint32_t tag = 0;     // universal and Penn tag
  uint32_t coarse = 0;  // universal tag
  uint32_t class4 = 0;  // steps of its class: 4, 6, 10, all
  uint32_t class6 = 0;
  uint32_t class10 = 0;
  uint32_t class_all = 0;
  uint32_t end = 0;  // its last three bytes
};

// A sentence of at most kMaxParsedWords as the features see it.
class ParserSentence {
 public:
  ParserSentence(Words words, std::span<const WordTag> tags,
                 const WordClasses& classes);

  size_t size() const { return words_.size() - 2; }
  // The root for `size()`; an empty word for anything beyond.
  const ParserWord& word(size_t i) const {
    return words_[std::min(i, words_.size() - 1)];
  }
  // What lies between two words, apart: counts up to three of commas, other
  // punctuation, verbs and conjunctions.
  uint32_t between(size_t first, size_t last) const;

 private:
  std::vector<ParserWord> words_;
  std::vector<std::array<uint8_t, 4>> counts_;  // before each word
};

// All of a state that its features depend on, so that states that are equal in
// this are scored once.
struct ParserKernel {
  ParserKernel(const ParserState& state, const ParserStacks& stacks);

  ParserNode top;     // of the stack
  ParserNode second;  // without its children, but for their dependencies
  ParserNode third;   // without its children
  ParserNode front;
  uint8_t headless = 0;  // as of the state, up to four

  bool operator==(const ParserKernel&) const = default;
};

class ParserFeatures {
 public:
  static constexpr size_t kMaxCount = 160;

  // The features of the words on top of the stack and in front and of what
  // lies between, which are the same for all states with these words, and
  // those of their arcs and of what lies below. Valid until the next call.
  std::span<const Feature> of_words(const ParserKernel& kernel,
                                    const ParserSentence& sentence) {
    return of(Part::kWords, kernel, sentence);
  }
  std::span<const Feature> of_arcs(const ParserKernel& kernel,
                                   const ParserSentence& sentence) {
    return of(Part::kArcs, kernel, sentence);
  }

 private:
  // The words and nodes that features are made of; empty where there is none.
  struct View;

  enum class Part { kWords, kArcs };

  std::span<const Feature> of(Part part, const ParserKernel& kernel,
                              const ParserSentence& sentence);

  // Of the words; counts as a template in both parts.
  template <typename... Values>
  void add_shared(Values... values) {
    ++template_;
    if (part_ == Part::kWords) push(values...);
  }
  // Of the arcs.
  template <typename... Values>
  void add(Values... values) {
    ++template_;
    if (part_ == Part::kArcs) push(values...);
  }
  template <typename... Values>
  void push(Values... values) {
    Feature feature = mix(0, template_);
    ((feature = mix(feature, values)), ...);
    features_[count_++] = feature;
  }
  void add_words(const View& view);
  void add_pairs(const View& view);
  void add_context(const View& view);
  void add_classes(const View& view);
  void add_children(const View& view);
  void add_arcs(const View& view);
  void add_attachment(const View& view);

  std::array<Feature, kMaxCount> features_{};
  size_t count_ = 0;
  uint64_t template_ = 0;
  Part part_ = Part::kWords;
};

}  // namespace models
