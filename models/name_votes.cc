#include "models/name_votes.h"

#include <algorithm>
#include <string>

namespace models {
namespace {

enum class Template : uint64_t {
  kAlone = 1001,
  kMean,
  kMeanCasing,
  kClass,
  kOutside,
  kPlace,
  kJoint,
  kAcronym,
};

template <typename... Values>
Feature feature(Template name, Values... values) {
  Feature hash = mix(0, static_cast<uint64_t>(name));
  ((hash = mix(hash, static_cast<uint64_t>(values))), ...);
  return hash;
}

// The chance of each class, and of no name last.
std::array<float, kNameClassCount + 1> by_class(const LabelScores& chances) {
  std::array<float, kNameClassCount + 1> sums{};
  sums[kNameClassCount] = chances[kOutside];
  for (size_t label = 1; label < kNameLabelCount; ++label) {
    sums[(label - 1) / 4] += chances[label];
  }
  return sums;
}

// That the word and the word after it are of one name.
float joint(const LabelScores& chances) {
  float sum = 0;
  for (uint8_t c = 0; c < kNameClassCount; ++c) {
    sum += chances[name_label(c, NamePart::kBegin)] +
           chances[name_label(c, NamePart::kInside)];
  }
  return sum;
}

uint64_t level(float chance) {
  return static_cast<uint64_t>(std::clamp(chance, 0.0F, 1.0F) * 4.999F);
}

uint64_t place_key(uint64_t word, NameClass name_class, Place place) {
  return mix(mix(word, static_cast<uint64_t>(name_class) + 1),
             static_cast<uint64_t>(place));
}

Place place_in(const NameSpan& name, uint32_t word) {
  if (word == name.first) return Place::kFirst;
  return word + 1 == name.last ? Place::kLast : Place::kInside;
}

// `BoE` of `Bank of England`, and `BE`; lower case.
std::array<std::string, 2> initials(std::span<const NameWord> words) {
  std::array<std::string, 2> letters;
  for (const NameWord& word : words) {
    if (word.lower.empty()) continue;
    letters[0].push_back(word.lower[0]);
    if (is_capital(word)) letters[1].push_back(word.lower[0]);
  }
  return letters;
}

bool is_in(const NameSpan& name, size_t word) {
  return word >= name.first && word < name.last;
}

}  // namespace

NameReading read_names(uint32_t sentence, OpenWords words,
                       const LabelChain& chain) {
  NameReading reading{sentence, words, {}, {}};
  for (size_t i = 0; i < chain.size(); ++i) {
    reading.chances.push_back(chain.marginals(i));
  }
  reading.names = likely_names(chain, words.first, 0.5F);
  return reading;
}

NameVotes::NameVotes(const NameArticle& article,
                     std::span<const NameReading> readings)
    : sentences_(article.sentences()) {
  for (const NameReading& reading : readings) count(reading);
}

const NameWord& NameVotes::word_at(const NameReading& reading,
                                   size_t word) const {
  return sentences_[reading.sentence].words[reading.words.first + word];
}

void NameVotes::count(const NameReading& reading) {
  for (size_t i = 0; i < reading.chances.size(); ++i) {
    const NameWord& word = word_at(reading, i);
    if (!is_capital(word)) continue;
    Uses& uses = words_[word.lower_hash];
    const Chances chances = by_class(reading.chances[i]);
    for (size_t c = 0; c < chances.size(); ++c) uses.sum[c] += chances[c];
    ++uses.count;
    if (i + 1 == reading.chances.size()) continue;
    Joints& joints =
        joints_[mix(word.lower_hash, word_at(reading, i + 1).lower_hash)];
    joints.sum += joint(reading.chances[i]);
    ++joints.count;
  }
  for (const NameSpan& name : reading.names) count_places(reading, name);
}

void NameVotes::count_places(const NameReading& reading, const NameSpan& name) {
  if (name.last - name.first < 2) return;
  const std::span words(sentences_[reading.sentence].words);
  for (uint32_t i = name.first; i < name.last; ++i) {
    ++places_[place_key(words[i].lower_hash, name.name_class,
                        place_in(name, i))];
  }
  const auto named = words.subspan(name.first, name.last - name.first);
  for (const std::string& letters : initials(named)) {
    if (letters.size() < 2) continue;
    acronyms_[hash_of(letters)] |= 1U << static_cast<uint32_t>(name.name_class);
  }
}

std::vector<Feature> NameVotes::features(const NameReading& reading,
                                         size_t word) const {
  std::vector<Feature> features;
  features.reserve(16);
  const NameWord& read = word_at(reading, word);
  add_word_votes(read, reading.chances[word], features);
  add_place_votes(reading, word, features);
  add_joint_votes(reading, word, features);
  if (read.casing == Casing::kUpper) {
    const auto found = acronyms_.find(read.lower_hash);
    if (found != acronyms_.end()) {
      features.push_back(feature(Template::kAcronym, found->second));
    }
  }
  return features;
}

void NameVotes::add_word_votes(const NameWord& word, const LabelScores& own,
                               std::vector<Feature>& features) const {
  const auto found = words_.find(word.lower_hash);
  const uint32_t others =
      found == words_.end() || !is_capital(word) ? 0 : found->second.count - 1;
  if (others == 0) {
    features.push_back(feature(Template::kAlone, word.casing));
    return;
  }
  Chances mean = found->second.sum;
  const Chances mine = by_class(own);
  for (size_t c = 0; c < mean.size(); ++c) {
    mean[c] = (mean[c] - mine[c]) / static_cast<float>(others);
  }
  const auto best = std::ranges::max_element(mean) - mean.begin();
  const uint64_t sure = level(*std::ranges::max_element(mean));
  const uint64_t count = std::min(others, 3U);
  features.push_back(feature(Template::kMean, best, sure, count));
  features.push_back(feature(Template::kMeanCasing, best, sure, word.casing,
                             word.lower_elsewhere));
  for (size_t c = 0; c < mean.size(); ++c) {
    if (level(mean[c]) > 0) {
      features.push_back(feature(Template::kClass, c, level(mean[c])));
    }
    features.push_back(
        feature(Template::kOutside, c, level(mean[c]), level(mine[c])));
  }
}

void NameVotes::add_place_votes(const NameReading& reading, size_t word,
                                std::vector<Feature>& features) const {
  const uint64_t key = word_at(reading, word).lower_hash;
  const auto index = static_cast<uint32_t>(reading.words.first + word);
  for (uint8_t c = 0; c < kNameClassCount; ++c) {
    for (const Place place : {Place::kFirst, Place::kInside, Place::kLast}) {
      const auto name_class = static_cast<NameClass>(c);
      const auto found = places_.find(place_key(key, name_class, place));
      if (found == places_.end()) continue;
      const auto own =
          std::ranges::count_if(reading.names, [&](const NameSpan& name) {
            return name.name_class == name_class && is_in(name, index) &&
                   name.last - name.first > 1 && place_in(name, index) == place;
          });
      if (found->second > static_cast<uint32_t>(own)) {
        features.push_back(feature(Template::kPlace, c, place));
      }
    }
  }
}

void NameVotes::add_joint_votes(const NameReading& reading, size_t word,
                                std::vector<Feature>& features) const {
  const auto add = [&](size_t left, uint64_t side) {
    if (left + 1 >= reading.chances.size()) return;
    const auto found = joints_.find(mix(word_at(reading, left).lower_hash,
                                        word_at(reading, left + 1).lower_hash));
    if (found == joints_.end() || found->second.count < 2) return;
    const float own = joint(reading.chances[left]);
    const float mean =
        (found->second.sum - own) / static_cast<float>(found->second.count - 1);
    features.push_back(feature(Template::kJoint, side, level(mean)));
  };
  add(word, 1);
  if (word > 0) add(word - 1, 2);
}

}  // namespace models
