#include "graph/question_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "graph/question_alternatives.h"
#include "graph/question_period.h"

namespace graph {
namespace {

constexpr size_t kMaxNameTokens = 8;
constexpr size_t kAboutName = 3;

std::optional<Binding> find_word(const QuestionLanguage& language,
                                 Tokens tokens, size_t at) {
  std::optional<Binding> longest;
  const auto take = [&](const Binding& binding) {
    if (!longest || binding.end > longest->end) longest = binding;
  };
  const Tokens rest = tokens.subspan(at);
  for (const PeriodValue& value : language.periods(rest)) {
    take({Slot::kPeriod, at, at + value.length, 0, value.period});
  }
  for (const Slot slot : {Slot::kMeasure, Slot::kKind, Slot::kVerb,
                          Slot::kAgent, Slot::kObject}) {
    for (const SlotValue& value : language.values(slot, rest)) {
      take({slot, at, at + value.length, value.index});
    }
  }
  return longest;
}

// The parts of a question by their roles; the first of each.
struct Parts {
  std::vector<EntitySummary> names;
  std::string relation;
  std::string measure;
  std::string kind;
};

Parts sort_parts(const Question& question) {
  Parts parts;
  for (const QuestionPart& part : question.parts) {
    if (part.entity) {
      parts.names.push_back(*part.entity);
    } else if (part.role == PartRole::kRelation && parts.relation.empty()) {
      parts.relation = part.value;
    } else if (part.role == PartRole::kMeasure && parts.measure.empty()) {
      parts.measure = part.value;
    } else if (part.role == PartRole::kKind && parts.kind.empty()) {
      parts.kind = part.value;
    }
  }
  return parts;
}

}  // namespace

QuestionPart word_part(const Binding& binding, const QuestionWords& words) {
  switch (binding.slot) {
    case Slot::kVerb:
    case Slot::kAgent:
    case Slot::kObject:
      return {{},
              PartRole::kRelation,
              words.relations[binding.index].asked.name,
              {}};
    case Slot::kKind:
      return {{}, PartRole::kKind, words.kinds[binding.index].asked.name, {}};
    case Slot::kMeasure:
      return {
          {}, PartRole::kMeasure, words.measures[binding.index].asked.name, {}};
    case Slot::kPeriod:
      return {{}, PartRole::kPeriod, describe(binding.period), {}};
    default:
      return {};
  }
}

std::vector<Binding> find_parts(const QuestionLanguage& language, Tokens tokens,
                                const NameTest& is_name) {
  std::vector<Binding> parts;
  for (size_t length = std::min(kMaxNameTokens, tokens.size()); length > 0;
       --length) {
    for (size_t at = 0; at + length <= tokens.size(); ++at) {
      const bool overlaps = std::ranges::any_of(parts, [&](const Binding& b) {
        return b.begin < at + length && at < b.end;
      });
      if (overlaps) continue;
      const auto word = find_word(language, tokens, at);
      if (word && word->end == at + length) {
        parts.push_back(*word);
      } else if (is_name(at, at + length)) {
        parts.push_back({Slot::kName, at, at + length});
      }
    }
  }
  std::ranges::sort(parts, {}, &Binding::begin);
  return parts;
}

std::vector<std::string> questions_from_parts(const Question& question,
                                              const QuestionWriter& writer,
                                              const GraphReader& graph) {
  const Parts parts = sort_parts(question);
  std::vector<std::string> questions;
  const QuestionWords& words = writer.language().words();
  for (const EntitySummary& name : parts.names) {
    Question asked;
    for (const RelationWords& relation : words.relations) {
      if (relation.asked.name != parts.relation) continue;
      asked.kind = QuestionKind::kEntities;
      asked.relation = relation.asked;
      for (const Direction direction : {Direction::kIn, Direction::kOut}) {
        asked.direction = direction;
        if (!can_tell(asked, name, graph)) continue;
        auto text = writer.entities(direction, relation.asked, name);
        if (text) questions.push_back(*std::move(text));
      }
    }
    for (const MeasureWords& measure : words.measures) {
      if (measure.asked.name != parts.measure) continue;
      asked.kind = QuestionKind::kFacts;
      asked.measure = measure.asked;
      if (!can_tell(asked, name, graph)) continue;
      questions.push_back(writer.facts(measure.asked, name, {}));
    }
    for (const KindWords& kind : words.kinds) {
      if (kind.asked.name != parts.kind) continue;
      if (name.type != text::EntityType::kPlace) continue;
      questions.push_back(writer.placed(kind.asked, name));
    }
  }
  if (parts.names.size() > 1 && parts.names[0].id != parts.names[1].id) {
    questions.push_back(writer.path(parts.names[0], parts.names[1]));
  }
  for (const EntitySummary& name : parts.names) {
    for (auto& text : writer.about(name, kAboutName)) {
      questions.push_back(std::move(text));
    }
  }
  return questions;
}

}  // namespace graph
