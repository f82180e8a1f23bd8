// What a first reading of an article tells the second: how the other uses of
// a word were read (after Krishnan and Manning 2006).

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "models/feature_weights.h"
#include "models/label_chain.h"
#include "models/name_words.h"

namespace models {

// The first reading of a stretch of open words.
struct NameReading {
  uint32_t sentence = 0;
  OpenWords words;
  std::vector<LabelScores> chances;  // LabelChain::marginals, by word
  std::vector<NameSpan> names;       // likely_names
};

NameReading read_names(uint32_t sentence, OpenWords words,
                       const LabelChain& chain);

class NameVotes {
 public:
  // Borrows both.
  NameVotes(const NameArticle& article, std::span<const NameReading> readings);

  // What the article's other uses of a word say.
  std::vector<Feature> features(const NameReading& reading, size_t word) const;

 private:
  using Chances = std::array<float, kNameClassCount + 1>;  // the last: outside
  struct Uses {
    Chances sum{};
    uint32_t count = 0;
  };
  struct Joints {
    float sum = 0;
    uint32_t count = 0;
  };

  const NameWord& word_at(const NameReading& reading, size_t word) const;
  void count(const NameReading& reading);
  void count_places(const NameReading& reading, const NameSpan& name);
  void add_word_votes(const NameWord& word, const LabelScores& own,
                      std::vector<Feature>& features) const;
  void add_place_votes(const NameReading& reading, size_t word,
                       std::vector<Feature>& features) const;
  void add_joint_votes(const NameReading& reading, size_t word,
                       std::vector<Feature>& features) const;

  std::span<const NameSentence> sentences_;
  std::unordered_map<uint64_t, Uses> words_;
  std::unordered_map<uint64_t, Joints> joints_;      // by two words in a row
  std::unordered_map<uint64_t, uint32_t> places_;    // by word, class and place
  std::unordered_map<uint64_t, uint32_t> acronyms_;  // bit: class
};

}  // namespace models
