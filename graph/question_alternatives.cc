#include "graph/question_alternatives.h"

#include <algorithm>
#include <utility>

#include "graph/facts.h"
#include "graph/question_language.h"
#include "graph/question_names.h"
#include "graph/question_period.h"
#include "graph/question_titles.h"

namespace graph {
namespace {

constexpr size_t kMaxAlternatives = 8;
constexpr uint32_t kEdgesRead = 60;
constexpr uint32_t kSeriesRead = 20;
constexpr uint32_t kTitledRead = 20;

bool has_edge(const std::string& entity,
              const std::vector<text::RelationType>& types, Direction direction,
              const GraphReader& graph) {
  if (types.empty()) return false;
  RelationsRequest request{.entity = entity, .relations = types};
  request.direction = direction;
  request.limit = 1;
  return !graph.relations(request).edges.empty();
}

// A person with one of the titles that are asked for.
bool has_titled(const Question& question, const EntitySummary& entity,
                const GraphReader& graph) {
  const StepTypes types =
      types_of(question.relation->steps, question.direction);
  const bool is_out = !types.out.empty();
  RelationsRequest request{.entity = entity.id,
                           .relations = is_out ? types.out : types.in};
  request.direction = is_out ? Direction::kOut : Direction::kIn;
  request.limit = kTitledRead;
  return std::ranges::any_of(graph.relations(request).edges,
                             [&](const Edge& edge) {
                               return !find_titled(edge, *question.relation,
                                                   question_language(), graph)
                                           .empty();
                             });
}

class AlternativesWriter {
 public:
  AlternativesWriter(Question& question, const QuestionWriter& writer,
                     const GraphReader& graph)
      : question_(question), writer_(writer), graph_(graph) {}

  void add_all() {
    for (QuestionPart& part : question_.parts) {
      switch (part.role) {
        case PartRole::kName:
        case PartRole::kOtherName:
        case PartRole::kPlace:
          add_names(part);
          break;
        case PartRole::kRelation:
          if (is_simple()) add_relations(part);
          break;
        case PartRole::kKind:
          add_kinds(part);
          break;
        case PartRole::kMeasure:
          add_measures(part);
          break;
        case PartRole::kPeriod:
          add_periods(part);
          break;
      }
    }
  }

 private:
  // Where the relation alone says what is asked.
  bool is_simple() const {
    return question_.kind == QuestionKind::kEntities && question_.name &&
           !question_.other && !question_.place &&
           (!question_.asked_kind || question_.kind_is_implied);
  }

  static void add(QuestionPart& part, std::string label, std::string text) {
    auto& alternatives = part.alternatives;
    const bool is_known =
        label == part.value ||
        std::ranges::find(alternatives, label, &Alternative::label) !=
            alternatives.end();
    if (is_known || alternatives.size() == kMaxAlternatives) return;
    alternatives.push_back({std::move(label), std::move(text)});
  }

  void add_replaced(QuestionPart& part, std::string label,
                    std::string_view words) const {
    add(part, std::move(label),
        with_replaced(question_.text, part.span, words));
  }

  void add_names(QuestionPart& part) const {
    for (const NamedEntity& other : part.others) {
      std::string label = other.entity.name;
      if (label == part.value) label = other.entity.id;
      add_replaced(part, std::move(label), writer_.name_of(other.entity));
    }
  }

  void add_relations(QuestionPart& part) const {
    RelationsRequest request{.entity = question_.name->id};
    request.limit = kEdgesRead;
    for (const Edge& edge : graph_.relations(request).edges) {
      const auto* words = writer_.relation_of(edge.type);
      if (!words) continue;
      const bool is_out = edge.source.id == question_.name->id;
      const Direction direction = is_out ? Direction::kOut : Direction::kIn;
      if (direction != question_.direction) continue;
      auto text = writer_.entities(direction, words->asked, *question_.name);
      if (text) add(part, words->asked.name, *std::move(text));
    }
  }

  void add_kinds(QuestionPart& part) const {
    for (const KindWords& kind : writer_.language().words().kinds) {
      const bool is_close = question_.asked_kind &&
                            kind.asked.types == question_.asked_kind->types;
      if (is_close) add_replaced(part, kind.asked.name, kind.asked.name);
    }
  }

  void add_measures(QuestionPart& part) const {
    if (!question_.name) return;
    const FactsRequest request{.entity = question_.name->id,
                               .limit = kSeriesRead};
    for (const FactSeries& series : graph_.facts(request).series) {
      const auto* words = writer_.measure_of(series.measure);
      if (!words || !is_measured(*question_.name, words->asked)) continue;
      add(part, words->asked.name,
          writer_.facts(words->asked, *question_.name, question_.period));
    }
  }

  void add_periods(QuestionPart& part) const {
    for (const std::string& period : periods_near(question_.period)) {
      add_replaced(part, period, period);
    }
  }

  Question& question_;
  const QuestionWriter& writer_;
  const GraphReader& graph_;
};

}  // namespace

bool can_tell(const Question& question, const EntitySummary& entity,
              const GraphReader& graph) {
  if (question.kind == QuestionKind::kEntities && question.relation) {
    if (!question.relation->titles.empty()) {
      return has_titled(question, entity, graph);
    }
    for (const auto* steps :
         {&question.relation->steps, &question.relation->otherwise}) {
      const StepTypes types = types_of(*steps, question.direction);
      if (has_edge(entity.id, types.out, Direction::kOut, graph) ||
          has_edge(entity.id, types.in, Direction::kIn, graph)) {
        return true;
      }
    }
    return false;
  }
  if (question.kind == QuestionKind::kFacts && question.measure) {
    if (!question.commodity && !is_measured(entity, *question.measure)) {
      return false;
    }
    FactsRequest request{.entity = entity.id,
                         .measures = question.measure->measures};
    request.limit = 1;
    return !graph.facts(request).series.empty();
  }
  return true;
}

void add_alternatives(Question& question, const QuestionWriter& writer,
                      const GraphReader& graph) {
  AlternativesWriter(question, writer, graph).add_all();
}

std::string with_replaced(std::string_view text, text::Span span,
                          std::string_view words) {
  std::string replaced(text.substr(0, span.begin));
  replaced += words;
  replaced += text.substr(span.end);
  return replaced;
}

StepTypes types_of(const std::vector<RelationStep>& steps,
                   Direction direction) {
  StepTypes types;
  for (const RelationStep& step : steps) {
    const bool is_out = (direction == Direction::kOut) != step.reversed;
    (is_out ? types.out : types.in).push_back(step.type);
  }
  return types;
}

}  // namespace graph
