#include "graph/neighbourhood.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/entity_lookup.h"
#include "graph/keys.h"
#include "graph/ranking.h"
#include "graph/records.h"

namespace graph {
namespace {

constexpr uint32_t kMaxHops = 3;
// The closest neighbours of a node that are looked at; what is left out is
// counted among these.
constexpr size_t kLookedAt = 500;

struct Neighbour {
  EntityId other{};
  double score = 0;
  NeighbourRecord record;
};

// Typed edges before mere association, then the closest.
auto rank(const Neighbour& neighbour) {
  return std::tuple(neighbour.record.edges.empty(), -neighbour.score,
                    neighbour.other);
}

std::vector<Neighbour> read_neighbours(const Database& database,
                                       EntityId entity) {
  std::vector<Neighbour> neighbours;
  for (auto scan = database.scan(Column::kNeighbours, entity_key(entity));
       neighbours.size() < kLookedAt && scan.valid(); scan.next()) {
    const NeighbourKey key = decode_neighbour_key(scan.key());
    neighbours.push_back(
        {key.other, key.score, decode_neighbour(scan.value())});
  }
  return neighbours;
}

// Grows the neighbourhood hop by hop within its budgets.
class Growth {
 public:
  Growth(const Database& database, const NeighbourhoodRequest& request)
      : database_(database), request_(request) {
    for (const std::string& id : request.entities) {
      if (find_entity(database, id)) add_node(make_entity_key(id));
    }
    seeds_ = nodes_.size();
  }

  Neighbourhood finish() {
    const uint32_t hops = std::clamp(request_.hops, 1u, kMaxHops);
    size_t done = 0;
    for (uint32_t hop = 0; hop < hops; ++hop) done = grow(done);
    collect_links();
    return std::move(result_);
  }

 private:
  // Adds the neighbours of the nodes from `begin` on; returns where the nodes
  // that it added begin.
  size_t grow(size_t begin) {
    const size_t end = nodes_.size();
    std::map<EntityId, Neighbour> found;
    for (size_t i = begin; i < end; ++i) {
      for (const Neighbour& neighbour : neighbours_of(nodes_[i])) {
        if (numbers_.contains(neighbour.other)) continue;
        const auto [known, is_new] =
            found.try_emplace(neighbour.other, neighbour);
        if (!is_new && rank(neighbour) < rank(known->second)) {
          known->second = neighbour;
        }
      }
    }
    std::vector<Neighbour> ordered;
    for (auto& [other, neighbour] : found) {
      ordered.push_back(std::move(neighbour));
    }
    std::ranges::sort(ordered, {}, rank);
    for (const Neighbour& neighbour : ordered) {
      if (nodes_.size() < std::max<size_t>(request_.max_nodes, seeds_)) {
        left_out_.erase(neighbour.other);
        add_node(neighbour.other);
      } else {
        left_out_.insert(neighbour.other);
      }
    }
    result_.nodes_left_out = left_out_.size();
    return end;
  }

  void add_node(EntityId entity) {
    const auto number = static_cast<uint32_t>(nodes_.size());
    if (!numbers_.try_emplace(entity, number).second) return;
    nodes_.push_back(entity);
    result_.nodes.push_back(summary_at(database_, entity));
  }

  // All links between nodes, those of typed relations first.
  void collect_links() {
    std::vector<Link> links;
    for (uint32_t source = 0; source < nodes_.size(); ++source) {
      for (const Neighbour& neighbour : neighbours_of(nodes_[source])) {
        const auto target = numbers_.find(neighbour.other);
        if (target != numbers_.end()) {
          add_links(source, target->second, neighbour.record, links);
        }
      }
    }
    const auto order = [](const Link& link) {
      return std::tuple(!link.type.has_value(), -link.weight, link.source,
                        link.target, link.type);
    };
    std::ranges::sort(links, {}, order);
    const auto repeated = std::ranges::unique(links, {}, order);
    links.erase(repeated.begin(), repeated.end());
    if (links.size() > request_.max_links) {
      result_.links_left_out = links.size() - request_.max_links;
      links.resize(request_.max_links);
    }
    result_.links = std::move(links);
  }

  // Both ends may offer the same link; it comes out equal from both.
  static void add_links(uint32_t from, uint32_t to,
                        const NeighbourRecord& record,
                        std::vector<Link>& links) {
    for (const NeighbourEdge& edge : record.edges) {
      const bool turned =
          edge.side == Side::kIn || (edge.side == Side::kEither && to < from);
      links.push_back({turned ? to : from, turned ? from : to, edge.type,
                       edge_strength(edge.type, edge.edge)});
    }
    if (record.edges.empty()) {
      links.push_back({std::min(from, to), std::max(from, to), std::nullopt,
                       blend({}, record.association_strength)});
    }
  }

  const std::vector<Neighbour>& neighbours_of(EntityId entity) {
    const auto known = neighbours_.find(entity);
    if (known != neighbours_.end()) return known->second;
    return neighbours_.emplace(entity, read_neighbours(database_, entity))
        .first->second;
  }

  const Database& database_;
  const NeighbourhoodRequest& request_;
  size_t seeds_ = 0;
  std::vector<EntityId> nodes_;
  std::map<EntityId, uint32_t> numbers_;
  std::set<EntityId> left_out_;
  std::map<EntityId, std::vector<Neighbour>> neighbours_;
  Neighbourhood result_;
};

}  // namespace

Neighbourhood find_neighbourhood(const Database& database,
                                 const NeighbourhoodRequest& request) {
  return Growth(database, request).finish();
}

}  // namespace graph
