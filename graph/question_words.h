// The words and forms of the questions that can be asked, as the files of
// corpora/questions say them (docs/questions.md).

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/question.h"
#include "graph/question_tokens.h"

namespace graph {

// What stands for a varying part of a form.
enum class Slot : uint8_t {
  kName,       // {X}
  kOtherName,  // {Y}
  kPlace,      // {P}: the name of a place
  kCommodity,  // {C}: the name of a commodity
  kKind,       // {N}: `smelters`
  kVerb,       // {V}: `owns`
  kAgent,      // {A}: `owner`
  kObject,     // {O}: `subsidiary`
  kMeasure,    // {M}: `capacity`
  kPeriod,     // {T}: `January 2026`
  kTitle,      // of no form: `chief executive`, in sentences
};

// One of these phrases, an empty one for what may be left out; or a slot.
struct FormElement {
  std::vector<Phrase> phrases;
  std::optional<Slot> slot;
};

// What the question of a form is about, where no slot tells it.
struct FormHead {
  QuestionKind kind{};
  Direction direction = Direction::kIn;  // of kEntities
  std::optional<size_t> relation = {};   // index into relations
  std::optional<size_t> measure = {};    // index into measures
  // Of whom the answer is, as `who` says: an index into kinds.
  std::optional<size_t> answer_kind = {};

  auto operator<=>(const FormHead&) const = default;
};

// One way to ask.
struct QuestionForm {
  FormHead head;
  std::vector<FormElement> elements;
};

// In each list of phrases, those that suggestions use come first: of a verb
// `owns`, `own`.
struct RelationWords {
  AskedRelation asked;
  std::vector<std::string> verbs;
  std::vector<std::string> agents;
  std::vector<std::string> objects;
};

struct KindWords {
  AskedKind asked;
  std::vector<std::string> phrases;
};

struct MeasureWords {
  AskedMeasure asked;
  std::vector<std::string> phrases;
};

enum class PeriodField : uint8_t {
  kYear,
  kMonthName,
  kMonth,
  kQuarter,
  kDay,
  // Of kRange alone, a whole period of kIn.
  kFirst,
  kLast,
};
enum class PeriodBound : uint8_t { kIn, kSince, kBefore, kRange };

// One of these phrases, or a number or name.
struct PeriodElement {
  std::vector<Phrase> phrases;
  std::optional<PeriodField> field;
};

struct PeriodForm {
  PeriodBound bound{};
  std::vector<PeriodElement> elements;
};

struct QuestionWords {
  std::vector<QuestionForm> forms;
  std::vector<RelationWords> relations;
  std::vector<KindWords> kinds;
  std::vector<MeasureWords> measures;
  std::vector<PeriodForm> periods;
  std::map<std::string, int, std::less<>> months;  // folded name -> 1..12
  std::vector<std::string> articles;               // `the`, folded
  std::vector<std::string> joiners;                // `and`, folded
  std::vector<std::string> inside;                 // `of`, folded
  // How a question is worded, slots in braces: `who {V} {X}`; {B} is a verb's
  // second form.
  std::map<FormHead, std::string> wordings;
};

// Throws text::InputError, naming the line, where `text` is none of the
// language.
QuestionWords parse_question_words(std::string_view text);

}  // namespace graph
