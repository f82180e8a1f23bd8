#include "training/relation_examples.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "extract/relation_words.h"

namespace training {
namespace {

using extract::Found;
using extract::Passage;
using extract::Reading;
using models::PairLabel;
using text::Span;

bool is_nominal(std::string_view mention) {
  static const std::set<std::string_view> kPronouns = {
      "he",  "she",  "it",    "its",    "his",  "her", "him",  "which",
      "who", "that", "where", "whose",  "whom", "i",   "we",   "my",
      "our", "they", "their", "itself", "He",   "She", "It",   "Its",
      "His", "Her",  "I",     "We",     "My",   "Our", "They", "Their",
  };
  return kPronouns.contains(mention) || mention.starts_with("the ") ||
         mention.starts_with("The ");
}

// The tokens that the span touches; empty if it touches none.
std::pair<size_t, size_t> tokens_of(const Passage& passage, Span span) {
  const auto& tokens = passage.tokens;
  size_t first = 0;
  while (first < tokens.size() && tokens[first].span.end <= span.begin) ++first;
  size_t last = first;
  while (last < tokens.size() && tokens[last].span.begin < span.end) ++last;
  return {first, last};
}

size_t sentence_of(const Passage& passage, size_t token) {
  for (size_t i = 0; i < passage.sentences.size(); ++i) {
    if (token < passage.sentences[i].last) return i;
  }
  return passage.sentences.size();
}

std::vector<PairLabel> marked_labels(const MarkedText& text, Span source,
                                     Span target) {
  std::vector<PairLabel> labels;
  for (const MarkedPair& pair : text.pairs) {
    if (pair.source.overlaps(source) && pair.target.overlaps(target)) {
      labels.push_back(pair.label);
    }
  }
  return labels;
}

// What is not marked is no relation where the label was looked for, and hardly
// ever one where nothing else is marked either and it is rare.
Answer answer_of(const MarkedText& text, PairLabel label,
                 const std::vector<PairLabel>& marked) {
  const auto is = [&](PairLabel other) {
    return std::ranges::find(marked, other) != marked.end();
  };
  if (is(label)) return Answer::kYes;
  if (text.complete[static_cast<size_t>(label)]) return Answer::kNo;
  if (label == PairLabel::kMember) {
    return is(PairLabel::kLeads) ? Answer::kNo : Answer::kUnknown;
  }
  const bool rare =
      label == PairLabel::kLeads || label == PairLabel::kSubsidiaryOf;
  return rare && marked.empty() ? Answer::kNo : Answer::kUnknown;
}

}  // namespace

Reading marked_reading(const MarkedText& text) {
  Reading reading;
  reading.passages.push_back(extract::read_passage(text.text, false));
  const Passage& passage = reading.passages.front();
  for (const MarkedSpan& marked : text.spans) {
    const auto [first, last] = tokens_of(passage, marked.span);
    const size_t sentence =
        first < last ? sentence_of(passage, first) : passage.sentences.size();
    if (sentence == passage.sentences.size()) continue;
    Found found;
    found.sentence = sentence;
    found.first = first;
    found.last = std::min(last, passage.sentences[sentence].last);
    const std::string name(text::slice(text.text, marked.span));
    found.nominal = is_nominal(name);
    found.readings = {reading.bear(marked.type, name + std::to_string(first))};
    reading.found.push_back(std::move(found));
  }
  reading.arrange();
  return reading;
}

std::vector<Example> relation_examples(const MarkedText& text,
                                       const Reading& reading,
                                       const models::WordClasses& classes,
                                       const extract::TreeOf& tree_of) {
  std::vector<Example> examples;
  const size_t body = reading.passages.size() - 1;
  const Passage& passage = reading.passages[body];
  for (size_t s = 0; s < passage.sentences.size(); ++s) {
    extract::RelationWords words(reading, body, s);
    const auto spans = words.view().mentions;
    const auto pairs = models::candidate_pairs(words.size(), spans);
    if (pairs.empty()) continue;
    words.read_tree(tree_of(body, s));
    const models::RelationFeatures features(words.view(), classes);
    for (const models::MentionPair pair : pairs) {
      const Found& source = words.found(pair.source);
      const Found& target = words.found(pair.target);
      if (&source.entity() == &target.entity()) continue;
      Example example;
      example.weight = text.weight;
      bool known = false;
      const auto marked =
          marked_labels(text, span_of(passage, source.first, source.last),
                        span_of(passage, target.first, target.last));
      for (int i = 0; i < models::kPairLabelCount; ++i) {
        const auto label = static_cast<PairLabel>(i);
        const bool may = may_bear(label, source.type(), target.type());
        example.answers.push_back(may ? answer_of(text, label, marked)
                                      : Answer::kUnknown);
        known |= example.answers.back() != Answer::kUnknown;
      }
      if (!known) continue;
      features.find(pair, example.features);
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

}  // namespace training
