#include "training/name_examples.h"

#include <algorithm>
#include <utility>

#include "models/name_words.h"

namespace training {
namespace {

using models::NameClass;
using models::NamePart;

constexpr uint32_t kAny = (1U << models::kNameLabelCount) - 1;
constexpr uint32_t kOnlyOutside = 1U << models::kOutside;

uint32_t bit(NameClass name_class, NamePart part) {
  return 1U << models::name_label(static_cast<uint8_t>(name_class), part);
}

NamePart part_at(const MarkedName& name, uint32_t word) {
  if (name.last - name.first == 1) return NamePart::kOnly;
  if (word == name.first) return NamePart::kBegin;
  return word + 1 == name.last ? NamePart::kLast : NamePart::kInside;
}

uint32_t outside_or_other() {
  uint32_t labels = kOnlyOutside;
  for (const NamePart part : {NamePart::kBegin, NamePart::kInside,
                              NamePart::kLast, NamePart::kOnly}) {
    labels |= bit(NameClass::kOther, part);
  }
  return labels;
}

// The labels that each word may have.
std::vector<uint32_t> allowed_labels(const MarkedSentence& sentence,
                                     const models::NameSentence& read,
                                     bool marks_others) {
  std::vector<uint32_t> allowed(
      sentence.words.size(), marks_others ? kOnlyOutside : outside_or_other());
  for (const MarkedName& name : sentence.names) {
    const auto words =
        std::span(read.words).subspan(name.first, name.last - name.first);
    const bool open = std::ranges::all_of(words, &models::NameWord::open);
    for (uint32_t i = name.first; i < name.last; ++i) {
      allowed[i] = open ? bit(name.name_class, part_at(name, i)) : kAny;
    }
  }
  for (size_t i = 0; i < sentence.unknown.size(); ++i) {
    if (sentence.unknown[i]) allowed[i] = kAny;
  }
  return allowed;
}

}  // namespace

NameLesson make_lesson(MarkedArticle article, float weight,
                       const models::WordClasses& classes,
                       const models::NameLists& lists) {
  NameLesson lesson;
  lesson.article = std::move(article);
  lesson.weight = weight;
  std::vector<models::TaggedSentence> tagged;
  for (const MarkedSentence& sentence : lesson.article.sentences) {
    tagged.push_back({sentence.views(), sentence.tags});
  }
  lesson.read = std::make_unique<models::NameArticle>(tagged, classes, lists);
  const auto sentences = lesson.read->sentences();
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const auto allowed = allowed_labels(
        lesson.article.sentences[s], sentences[s], lesson.article.marks_others);
    for (const models::OpenWords& words : models::open_words(sentences[s])) {
      lesson.stretches.push_back({s, words, {}, {}});
      NameExample& example = lesson.examples.emplace_back();
      example.weight = weight;
      for (uint32_t i = words.first; i < words.last; ++i) {
        example.words.emplace_back().allowed = allowed[i];
      }
    }
  }
  return lesson;
}

namespace {

models::NameFeatures features_of(const NameLesson& lesson, size_t stretch,
                                 size_t word) {
  const models::NameReading& reading = lesson.stretches[stretch];
  return models::name_features(lesson.read->sentences()[reading.sentence],
                               reading.words.first + word);
}

}  // namespace

void count_features(const NameLesson& lesson, FeatureIndex& index) {
  for (size_t s = 0; s < lesson.stretches.size(); ++s) {
    for (size_t i = 0; i < lesson.examples[s].words.size(); ++i) {
      const auto features = features_of(lesson, s, i);
      for (const models::Feature feature : features.all()) index.count(feature);
    }
  }
}

void add_features(NameLesson& lesson, const FeatureIndex& index) {
  for (size_t s = 0; s < lesson.stretches.size(); ++s) {
    for (size_t i = 0; i < lesson.examples[s].words.size(); ++i) {
      const auto features = features_of(lesson, s, i);
      NameExample::Word& word = lesson.examples[s].words[i];
      const auto add = [&](size_t begin, size_t end) {
        for (size_t f = begin; f < end; ++f) {
          const uint32_t number = index.find(features.all()[f]);
          if (number != FeatureIndex::kNone) word.features.push_back(number);
        }
        return static_cast<uint32_t>(word.features.size());
      };
      word.identity_end = add(0, features.identity_end());
      word.lists_end = add(features.identity_end(), features.lists_end());
      add(features.lists_end(), features.all().size());
    }
  }
}

void count_votes(const NameLesson& lesson, FeatureIndex& index) {
  const models::NameVotes votes(*lesson.read, lesson.stretches);
  for (const models::NameReading& reading : lesson.stretches) {
    for (size_t i = 0; i < reading.chances.size(); ++i) {
      for (const models::Feature feature : votes.features(reading, i)) {
        index.count(feature);
      }
    }
  }
}

std::vector<NameExample> vote_examples(const NameLesson& lesson,
                                       const FeatureIndex& index) {
  const models::NameVotes votes(*lesson.read, lesson.stretches);
  std::vector<NameExample> examples;
  for (size_t s = 0; s < lesson.stretches.size(); ++s) {
    NameExample& example = examples.emplace_back();
    example.weight = lesson.examples[s].weight;
    for (size_t i = 0; i < lesson.examples[s].words.size(); ++i) {
      const NameExample::Word& first = lesson.examples[s].words[i];
      NameExample::Word& word = example.words.emplace_back();
      word.allowed = first.allowed;
      word.base = lesson.first_scores[s][i];
      for (const models::Feature feature :
           votes.features(lesson.stretches[s], i)) {
        const uint32_t number = index.find(feature);
        if (number != FeatureIndex::kNone) word.features.push_back(number);
      }
    }
  }
  return examples;
}

}  // namespace training
