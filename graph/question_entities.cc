#include "graph/question_entities.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/question_alternatives.h"
#include "graph/question_language.h"
#include "graph/question_names.h"
#include "graph/question_places.h"
#include "graph/question_titles.h"

namespace graph {
namespace {

constexpr uint32_t kEdgesRead = 200;
constexpr uint32_t kHoldersRead = 10;
constexpr size_t kEntitiesShown = 50;

using Answers = std::vector<AnsweredEntity>;

const EntitySummary& other_end(const Edge& edge, const std::string& entity) {
  return edge.source.id == entity ? edge.target : edge.source;
}

void append(Answers& answers, AnsweredEntity answer) {
  const auto known = std::ranges::find(
      answers, answer.entity.id, [](const auto& one) { return one.entity.id; });
  if (known == answers.end()) {
    answers.push_back(std::move(answer));
    return;
  }
  for (Edge& edge : answer.edges) {
    const auto is_it = [&](const Edge& other) {
      return other.type == edge.type && other.source.id == edge.source.id &&
             other.target.id == edge.target.id;
    };
    if (std::ranges::none_of(known->edges, is_it)) {
      known->edges.push_back(std::move(edge));
    }
  }
}

class EntityFinder {
 public:
  EntityFinder(const Question& question, const GraphReader& graph)
      : question_(question), graph_(graph) {}

  Answers find() {
    Answers found = find_by(question_.relation->steps);
    const bool is_stated = std::ranges::any_of(
        found, [](const auto& one) { return !one.edges.front().negated; });
    if (is_stated) return found;
    for (auto& one : find_by(question_.relation->otherwise)) {
      append(found, std::move(one));
    }
    return found;
  }

  // True where there are more edges than were read.
  bool is_cut() const { return is_cut_; }

 private:
  Answers find_by(const std::vector<RelationStep>& steps) {
    const StepTypes types = types_of(steps, question_.direction);
    Answers found;
    read_edges(types.out, Direction::kOut, found);
    read_edges(types.in, Direction::kIn, found);
    // A facility whose holder is not known stands for it where nobody is.
    const bool has_wanted = std::ranges::any_of(
        found, [&](const auto& one) { return is_wanted(one.entity); });
    if (has_wanted) {
      std::erase_if(found,
                    [&](const auto& one) { return !is_wanted(one.entity); });
    }
    return found;
  }

  bool is_wanted(const EntitySummary& entity) const {
    return !question_.asked_kind ||
           is_of_kind(entity, *question_.asked_kind, graph_);
  }

  void read_edges(const std::vector<text::RelationType>& types,
                  Direction direction, Answers& found) {
    if (types.empty()) return;
    RelationsRequest request{.entity = question_.name->id, .relations = types};
    request.direction = direction;
    request.from = question_.period.from;
    request.to = question_.period.to;
    request.limit = kEdgesRead;
    RelationsAnswer answer = graph_.relations(request);
    if (answer.total > answer.edges.size() || !answer.total_is_exact) {
      is_cut_ = true;
    }
    for (Edge& edge : answer.edges) {
      if (!says_title(edge)) continue;
      const EntitySummary entity = other_end(edge, question_.name->id);
      for (auto& fitting : fit({entity, {std::move(edge)}})) {
        append(found, std::move(fitting));
      }
    }
  }

  // Leaves only the sentences that say so, where a title is asked for.
  bool says_title(Edge& edge) const {
    if (question_.relation->titles.empty()) return true;
    edge.evidence =
        find_titled(edge, *question_.relation, question_language(), graph_);
    return !edge.evidence.empty();
  }

  // The answers that an entity gives: itself, or those who hold it.
  Answers fit(AnsweredEntity one) const {
    if (question_.other && one.entity.id != question_.other->id) return {};
    if (!is_in_place(one)) return {};
    if (is_wanted(one.entity)) return {std::move(one)};
    if (one.entity.type != text::EntityType::kFacility) return {};
    Answers found = holders(one);
    if (found.empty() && question_.kind_is_implied) {
      found.push_back(std::move(one));
    }
    return found;
  }

  // Adds the edges that say so.
  bool is_in_place(AnsweredEntity& one) const {
    if (!question_.place) return true;
    auto way = find_way_to_place(one.entity.id, question_.place->id, graph_);
    if (!way) return false;
    one.edges.insert(one.edges.end(), way->begin(), way->end());
    return true;
  }

  // Who owns or operates the facility `one`, where they are of the kind.
  Answers holders(const AnsweredEntity& one) const {
    RelationsRequest request{.entity = one.entity.id,
                             .relations = {text::RelationType::kOperates,
                                           text::RelationType::kOwns}};
    request.direction = Direction::kIn;
    request.limit = kHoldersRead;
    Answers found;
    for (Edge& edge : graph_.relations(request).edges) {
      if (edge.negated || edge.source.id == question_.name->id) continue;
      if (!is_of_kind(edge.source, *question_.asked_kind, graph_)) continue;
      AnsweredEntity holder{edge.source, one.edges};
      holder.edges.push_back(std::move(edge));
      append(found, std::move(holder));
    }
    return found;
  }

  const Question& question_;
  const GraphReader& graph_;
  bool is_cut_ = false;
};

Answers find_placed(const Question& question, const GraphReader& graph) {
  Answers found;
  for (PlacedEntity& placed : list_placed(question.place->id, graph)) {
    if (question.asked_kind &&
        !is_of_kind(placed.entity, *question.asked_kind, graph)) {
      continue;
    }
    found.push_back({placed.entity, std::move(placed.edges)});
  }
  return found;
}

auto rank(const AnsweredEntity& one) {
  const Edge& edge = one.edges.front();
  return std::tuple(edge.negated, edge.modality != text::Modality::kAsserted,
                    ~edge.story_count, -edge.confidence, one.entity.id);
}

}  // namespace

EntitiesAnswer answer_entities(const Question& question,
                               const GraphReader& graph) {
  EntitiesAnswer answer;
  if (question.kind == QuestionKind::kPlaced) {
    answer.entities = find_placed(question, graph);
  } else {
    EntityFinder finder(question, graph);
    answer.entities = finder.find();
    answer.total_is_exact = !finder.is_cut();
  }
  for (AnsweredEntity& one : answer.entities) {
    std::ranges::stable_sort(one.edges, {}, &Edge::negated);
  }
  std::ranges::sort(answer.entities, {}, rank);
  answer.total = answer.entities.size();
  if (answer.entities.size() > kEntitiesShown) {
    answer.entities.resize(kEntitiesShown);
  }
  return answer;
}

}  // namespace graph
