#include "graph/question_matcher.h"

#include <algorithm>
#include <set>

namespace graph {
namespace {

constexpr size_t kMaxMatches = 1000;
constexpr size_t kMaxSteps = 400'000;  // of one question
constexpr size_t kMaxNameTokens = 24;

bool is_name(Slot slot) {
  return slot == Slot::kName || slot == Slot::kOtherName ||
         slot == Slot::kPlace || slot == Slot::kCommodity;
}

class Matcher {
 public:
  Matcher(const QuestionLanguage& language, Tokens tokens)
      : language_(language), tokens_(tokens) {
    for (const QuestionToken& token : tokens) words_.insert(token.folded);
  }

  std::vector<FormMatch> run() {
    const auto& forms = language_.words().forms;
    for (size_t i = 0; i < forms.size(); ++i) {
      if (!may_fit(forms[i])) continue;
      match_ = {&forms[i], i, {}};
      match(0, 0);
    }
    return std::move(matches_);
  }

 private:
  // Spares the search where a word that the form needs is nowhere.
  bool may_fit(const QuestionForm& form) const {
    return std::ranges::all_of(form.elements, [&](const FormElement& element) {
      return element.slot ||
             std::ranges::any_of(element.phrases, [&](const Phrase& phrase) {
               return phrase.empty() || words_.contains(phrase.front());
             });
    });
  }

  const std::vector<FormElement>& elements() const {
    return match_.form->elements;
  }

  bool is_exhausted() const {
    return steps_ >= kMaxSteps || matches_.size() >= kMaxMatches;
  }

  // Covers the tokens from `at` by the elements from `element`.
  void match(size_t element, size_t at) {
    ++steps_;
    if (is_exhausted()) return;
    if (element == elements().size()) {
      if (at == tokens_.size()) matches_.push_back(match_);
      return;
    }
    const FormElement& next = elements()[element];
    if (next.slot) {
      match_slot(*next.slot, element, at);
      return;
    }
    for (const Phrase& phrase : next.phrases) {
      if (starts_with(tokens_.subspan(at), phrase)) {
        match(element + 1, at + phrase.size());
      }
    }
  }

  void match_slot(Slot slot, size_t element, size_t at) {
    const Tokens rest = tokens_.subspan(at);
    if (is_name(slot)) {
      const bool is_last = element + 1 == elements().size();
      const size_t longest = std::min(rest.size(), kMaxNameTokens);
      for (size_t length = is_last ? rest.size() : 1; length <= longest;
           ++length) {
        if (length > 0) bind({slot, at, at + length}, element);
      }
    } else if (slot == Slot::kPeriod) {
      for (const PeriodValue& value : language_.periods(rest)) {
        bind({slot, at, at + value.length, 0, value.period}, element);
      }
    } else {
      for (const SlotValue& value : language_.values(slot, rest)) {
        bind({slot, at, at + value.length, value.index}, element);
      }
    }
  }

  void bind(const Binding& binding, size_t element) {
    match_.bindings.push_back(binding);
    match(element + 1, binding.end);
    match_.bindings.pop_back();
  }

  const QuestionLanguage& language_;
  Tokens tokens_;
  std::set<std::string_view> words_;
  FormMatch match_;
  std::vector<FormMatch> matches_;
  size_t steps_ = 0;
};

}  // namespace

std::vector<FormMatch> match_forms(const QuestionLanguage& language,
                                   Tokens tokens) {
  return Matcher(language, tokens).run();
}

}  // namespace graph
