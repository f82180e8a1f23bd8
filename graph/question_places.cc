#include "graph/question_places.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

namespace graph {
namespace {

constexpr size_t kMaxSteps = 4;
constexpr size_t kMaxPlaces = 100;
constexpr uint32_t kWaysRead = 10;     // up from one entity
constexpr uint32_t kPlacedRead = 200;  // in one place

using text::RelationType;

std::vector<RelationType> lying() {
  return {RelationType::kLocatedIn, RelationType::kHeadquarteredIn,
          RelationType::kPartOf, RelationType::kLivesIn};
}

// From a place to one that it is part of.
bool is_part(const Edge& edge) {
  return edge.source.type == text::EntityType::kPlace &&
         edge.target.type == text::EntityType::kPlace;
}

std::vector<Edge> edges_of(const std::string& entity, Direction direction,
                           const GraphReader& graph) {
  RelationsRequest request{.entity = entity, .relations = lying()};
  request.direction = direction;
  request.limit = direction == Direction::kOut ? kWaysRead : kPlacedRead;
  auto edges = graph.relations(request).edges;
  std::erase_if(edges, [](const Edge& edge) { return edge.negated; });
  return edges;
}

PlacedEntity start_at(const std::string& id) {
  PlacedEntity start;
  start.entity.id = id;
  return start;
}

}  // namespace

std::optional<std::vector<Edge>> find_way_to_place(const std::string& entity,
                                                   const std::string& place,
                                                   const GraphReader& graph) {
  if (entity == place) return std::vector<Edge>{};
  std::deque<PlacedEntity> open = {start_at(entity)};
  std::set<std::string> seen = {entity};
  while (!open.empty()) {
    const PlacedEntity from = std::move(open.front());
    open.pop_front();
    for (Edge& edge : edges_of(from.entity.id, Direction::kOut, graph)) {
      if (edge.target.type != text::EntityType::kPlace) continue;
      if (!seen.insert(edge.target.id).second) continue;
      PlacedEntity next{edge.target, from.edges};
      next.edges.push_back(std::move(edge));
      if (next.entity.id == place) return next.edges;
      if (next.edges.size() < kMaxSteps) open.push_back(std::move(next));
    }
  }
  return std::nullopt;
}

std::vector<PlacedEntity> list_placed(const std::string& place,
                                      const GraphReader& graph) {
  std::vector<PlacedEntity> placed;
  std::deque<PlacedEntity> open = {start_at(place)};
  std::set<std::string> seen = {place};
  size_t places = 0;
  while (!open.empty() && places++ < kMaxPlaces) {
    const PlacedEntity at = std::move(open.front());
    open.pop_front();
    for (Edge& edge : edges_of(at.entity.id, Direction::kIn, graph)) {
      if (!seen.insert(edge.source.id).second) continue;
      PlacedEntity next{edge.source, {edge}};
      next.edges.insert(next.edges.end(), at.edges.begin(), at.edges.end());
      if (!is_part(edge)) {
        placed.push_back(std::move(next));
      } else if (next.edges.size() < kMaxSteps) {
        open.push_back(std::move(next));
      }
    }
  }
  return placed;
}

}  // namespace graph
