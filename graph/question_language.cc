#include "graph/question_language.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/question_period.h"
#include "graph/question_text.h"

namespace graph {
namespace {

bool is_among(std::string_view folded, const std::vector<std::string>& words) {
  return std::ranges::find(words, folded) != words.end();
}

}  // namespace

QuestionLanguage::QuestionLanguage(QuestionWords words)
    : words_(std::move(words)) {
  for (size_t i = 0; i < words_.relations.size(); ++i) {
    add(Slot::kVerb, words_.relations[i].verbs, i);
    add(Slot::kAgent, words_.relations[i].agents, i);
    add(Slot::kObject, words_.relations[i].objects, i);
    add(Slot::kTitle, words_.relations[i].asked.titles, i);
  }
  for (size_t i = 0; i < words_.kinds.size(); ++i) {
    add(Slot::kKind, words_.kinds[i].phrases, i);
  }
  for (size_t i = 0; i < words_.measures.size(); ++i) {
    add(Slot::kMeasure, words_.measures[i].phrases, i);
  }
}

void QuestionLanguage::add(Slot slot, const std::vector<std::string>& phrases,
                           size_t index) {
  for (const std::string& words : phrases) {
    Phrase phrase = split_phrase(words);
    if (phrase.empty()) continue;
    std::string first = phrase.front();
    entries_.emplace(std::move(first), Entry{slot, std::move(phrase), index});
  }
}

std::vector<SlotValue> QuestionLanguage::values(Slot slot,
                                                Tokens tokens) const {
  std::vector<SlotValue> values;
  if (tokens.empty()) return values;
  const auto [begin, end] = entries_.equal_range(tokens.front().folded);
  for (auto entry = begin; entry != end; ++entry) {
    if (entry->second.slot != slot) continue;
    if (!starts_with(tokens, entry->second.phrase)) continue;
    values.push_back({entry->second.phrase.size(), entry->second.index});
  }
  return values;
}

std::vector<PeriodValue> QuestionLanguage::periods(Tokens tokens) const {
  std::vector<PeriodValue> values;
  for (const PeriodForm& form : words_.periods) {
    if (form.bound == PeriodBound::kRange) {
      for (const auto& value : read_range(form, words_, tokens)) {
        values.push_back(value);
      }
    } else if (const auto value = read_period(form, words_.months, tokens)) {
      values.push_back(*value);
    }
  }
  return values;
}

bool QuestionLanguage::is_joiner(std::string_view folded) const {
  return is_among(folded, words_.joiners);
}

bool QuestionLanguage::is_inside_names(std::string_view folded) const {
  return is_among(folded, words_.inside);
}

bool QuestionLanguage::is_article(std::string_view folded) const {
  return is_among(folded, words_.articles);
}

bool QuestionLanguage::is_kind_word(std::string_view folded) const {
  return std::ranges::any_of(words_.kinds, [&](const KindWords& kind) {
    return std::ranges::find(kind.asked.words, folded) !=
           kind.asked.words.end();
  });
}

bool starts_with(Tokens tokens, const Phrase& phrase) {
  return phrase.size() <= tokens.size() &&
         std::ranges::equal(phrase, tokens.first(phrase.size()), {}, {},
                            &QuestionToken::folded);
}

const QuestionLanguage& question_language() {
  static const QuestionLanguage kLanguage(
      parse_question_words(question_text()));
  return kLanguage;
}

}  // namespace graph
