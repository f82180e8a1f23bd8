// Questions in plain words: what is understood of them (docs/questions.md).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"
#include "text/entity.h"
#include "text/span.h"

namespace graph {

enum class QuestionKind : uint8_t {
  kNotUnderstood,  // no form of the grammar fits, or a name fits no entity
  kRelated,        // related to X
  kPath,           // how are X and Y connected
  kEntities,       // who owns X, what does X produce
  kPlaced,         // smelters in X
  kFacts,          // capacity of X
  kEvents,         // what happened to X
  kBoth,           // X and Y
};

// The longest question that is read, in words or East Asian characters.
inline constexpr size_t kMaxQuestionTokens = 64;

struct RelationStep {
  text::RelationType type{};
  // Its target is what the relation asked for has as its source: that Trafigura
  // owns Nyrstar is told by Nyrstar being its subsidiary.
  bool reversed = false;

  bool operator==(const RelationStep&) const = default;
};

// `owns`, as corpora/questions defines it.
struct AskedRelation {
  std::string name;
  std::vector<RelationStep> steps;
  std::vector<RelationStep> otherwise;  // where the first ones tell nothing
  // A sentence must give the source one of these titles; empty: need not.
  std::vector<std::string> titles;

  bool operator==(const AskedRelation&) const = default;
};

// `smelters`: entities of these types, and with one of these words in a name.
struct AskedKind {
  std::string name;  // as a suggestion says it
  std::vector<text::EntityType> types;
  std::vector<std::string> words;  // folded; empty: any name

  bool operator==(const AskedKind&) const = default;
};

struct AskedMeasure {
  std::string name;
  std::vector<std::string> measures;  // of facts
  // What it is asked of; empty: anything. The price of a company would be what
  // somebody paid for a part of it.
  std::vector<text::EntityType> types;

  bool operator==(const AskedMeasure&) const = default;
};

enum class PartRole : uint8_t {
  kName,
  kOtherName,
  kPlace,
  kRelation,
  kKind,
  kMeasure,
  kPeriod,
};

// Why a question is not understood.
enum class Misunderstanding : uint8_t {
  kForm,            // no form of the grammar fits
  kUnknownName,     // a name fits no entity
  kWrongType,       // a name fits entities of other types only
  kReversedPeriod,  // it ends before it begins
};

// Another way to read a part.
struct Alternative {
  std::string label;
  std::string question;  // the whole question, read that way
};

// Some words of a question, and what they were taken for.
struct QuestionPart {
  text::Span span;  // bytes of Question::text
  PartRole role{};
  std::string value;                     // in plain words
  std::optional<EntitySummary> entity;   // of the names
  std::vector<NamedEntity> others = {};  // what they may mean as well
  std::vector<Alternative> alternatives = {};
};

// What was understood; nothing in it is guessed. Which fields are set depends
// on the kind.
struct Question {
  std::string text;  // well-formed
  QuestionKind kind = QuestionKind::kNotUnderstood;
  std::vector<QuestionPart> parts;  // in the order of the text

  std::optional<EntitySummary> name;
  std::optional<EntitySummary> other;
  std::optional<EntitySummary> place;
  std::optional<AskedRelation> relation;
  // kIn: what has the relation to `name`; kOut: what `name` has it to.
  Direction direction = Direction::kIn;
  std::optional<AskedKind> asked_kind;
  // `asked_kind` is no word of the text, but what `who` says.
  bool kind_is_implied = false;
  std::optional<AskedMeasure> measure;
  std::optional<std::string> commodity;  // public id, of a fact
  Period period;

  // Of kNotUnderstood: the name that fits no entity, the period that ends
  // before it begins, or the whole text.
  std::string not_understood;
  Misunderstanding misunderstanding = Misunderstanding::kForm;
  // Of kWrongType: what the name means, and what it would have to be.
  std::optional<EntitySummary> known_as;
  std::optional<text::EntityType> wanted_type;
  // Questions that are close and can be answered; the nearest first.
  std::vector<std::string> suggestions;
};

// Bounded: longer questions are not understood.
Question read_question(std::string_view question, const GraphReader& graph);

std::string_view to_string(QuestionKind kind);
std::string_view to_string(PartRole role);

}  // namespace graph
