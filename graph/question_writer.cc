#include "graph/question_writer.h"

#include <algorithm>
#include <utility>

#include "graph/facts.h"
#include "graph/question_names.h"
#include "graph/question_period.h"

namespace graph {
namespace {

constexpr uint32_t kEdgesRead = 20;
constexpr uint32_t kSeriesRead = 5;

void fill(std::string& wording, std::string_view slot, std::string_view text) {
  const size_t at = wording.find(slot);
  if (at != wording.npos) wording.replace(at, slot.size(), text);
}

bool has_step(const AskedRelation& relation, text::RelationType type) {
  if (!relation.titles.empty()) return false;
  return std::ranges::any_of(relation.steps, [&](const RelationStep& step) {
    return step.type == type && !step.reversed;
  });
}

}  // namespace

std::string QuestionWriter::name_of(const EntitySummary& entity) const {
  const auto named = graph_.resolve(entity.name, 2);
  const bool is_clear = !named.empty() && named[0].entity.id == entity.id &&
                        (named.size() == 1 || named[1].match != named[0].match);
  return is_clear ? entity.name : entity.id;
}

std::string QuestionWriter::write(const FormHead& head,
                                  const EntitySummary& entity) const {
  const auto& wordings = language_.words().wordings;
  const auto wording = wordings.find(head);
  if (wording == wordings.end()) return name_of(entity);
  std::string text = wording->second;
  fill(text, "{X}", name_of(entity));
  return text;
}

std::string QuestionWriter::related(const EntitySummary& entity) const {
  return write({QuestionKind::kRelated}, entity);
}

std::string QuestionWriter::path(const EntitySummary& one,
                                 const EntitySummary& other) const {
  std::string text = write({QuestionKind::kPath}, one);
  fill(text, "{Y}", name_of(other));
  return text;
}

std::optional<std::string> QuestionWriter::entities(
    Direction direction, const AskedRelation& relation,
    const EntitySummary& entity) const {
  const auto& relations = language_.words().relations;
  const auto words = std::ranges::find(
      relations, relation.name,
      [](const RelationWords& known) { return known.asked.name; });
  if (words == relations.end()) return std::nullopt;
  const auto index = static_cast<size_t>(words - relations.begin());
  FormHead head{QuestionKind::kEntities, direction, index};
  if (language_.words().wordings.contains(head)) return write(head, entity);
  if (words->verbs.size() < 2) return std::nullopt;
  head.relation.reset();
  std::string text = write(head, entity);
  fill(text, "{V}", words->verbs[0]);
  fill(text, "{B}", words->verbs[1]);
  return text;
}

std::string QuestionWriter::placed(const AskedKind& kind,
                                   const EntitySummary& place) const {
  const auto& wordings = language_.words().wordings;
  const auto wording = wordings.find({QuestionKind::kPlaced});
  std::string text = wording == wordings.end() ? "" : wording->second;
  fill(text, "{N}", kind.name);
  fill(text, "{P}", name_of(place));
  return text;
}

std::string QuestionWriter::facts(const AskedMeasure& measure,
                                  const EntitySummary& entity,
                                  const Period& period) const {
  std::string text = write({QuestionKind::kFacts}, entity);
  fill(text, "{M}", measure.name);
  if (period.from && period.to) text += " in " + describe(period);
  return text;
}

std::string QuestionWriter::events(const EntitySummary& entity,
                                   const Period& period) const {
  std::string text = write({QuestionKind::kEvents}, entity);
  if (period.from && period.to) text += " in " + describe(period);
  return text;
}

std::vector<std::string> QuestionWriter::about(const EntitySummary& entity,
                                               size_t limit) const {
  std::vector<std::string> questions;
  const auto add = [&](std::string question) {
    if (questions.size() + 1 < limit &&
        std::ranges::find(questions, question) == questions.end()) {
      questions.push_back(std::move(question));
    }
  };
  for (const FactSeries& series :
       graph_.facts({.entity = entity.id, .limit = kSeriesRead}).series) {
    const auto* measure = measure_of(series.measure);
    if (measure && is_measured(entity, measure->asked)) {
      add(facts(measure->asked, entity, {}));
    }
    if (questions.size() >= limit / 2) break;
  }
  RelationsRequest request{.entity = entity.id};
  request.limit = kEdgesRead;
  for (const Edge& edge : graph_.relations(request).edges) {
    const auto* relation = relation_of(edge.type);
    if (!relation) continue;
    const Direction direction =
        edge.source.id == entity.id ? Direction::kOut : Direction::kIn;
    if (auto question = entities(direction, relation->asked, entity)) {
      add(*std::move(question));
    }
  }
  questions.push_back(related(entity));
  return questions;
}

const RelationWords* QuestionWriter::relation_of(
    text::RelationType type) const {
  for (const RelationWords& words : language_.words().relations) {
    if (has_step(words.asked, type)) return &words;
  }
  return nullptr;
}

const MeasureWords* QuestionWriter::measure_of(
    std::string_view fact_measure) const {
  for (const MeasureWords& words : language_.words().measures) {
    const auto& measures = words.asked.measures;
    if (std::ranges::find(measures, fact_measure) != measures.end()) {
      return &words;
    }
  }
  return nullptr;
}

}  // namespace graph
