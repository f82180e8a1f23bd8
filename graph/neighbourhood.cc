#include "graph/neighbourhood.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/entity_lookup.h"
#include "graph/neighbour_rows.h"
#include "graph/ranking.h"
#include "graph/records.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr uint32_t kMaxHops = 3;
// The closest neighbours of a node that are looked at; what is left out is
// counted among these.
constexpr size_t kLookedAt = 500;
// Links are looked for among so many of the closest of each node; a link that
// either end has so near is found.
constexpr size_t kLinked = 200;

struct Neighbour {
  EntityId other{};
  double score = 0;
  bool has_edges = false;
};

// Typed edges before mere association, then the closest.
auto rank(const Neighbour& neighbour) {
  return std::tuple(!neighbour.has_edges, -neighbour.score, neighbour.other);
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
      size_t seen = 0;
      for (NeighbourScan scan(database_, number_of(nodes_[i]));
           seen < kLookedAt && scan.valid(); scan.next(), ++seen) {
        const NeighbourHead& head = scan.head();
        const EntityId other = database_.catalogue().entity(head.other);
        if (numbers_.contains(other)) continue;
        const Neighbour neighbour{other, head.score, head.edge_count > 0};
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

  EntityNumber number_of(EntityId entity) const {
    const auto number = database_.catalogue().find(entity);
    if (!number) throw text::StorageError("catalogue", "an entity is missing");
    return *number;
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
      size_t seen = 0;
      for (NeighbourScan scan(database_, number_of(nodes_[source]));
           seen < kLinked && scan.valid(); scan.next(), ++seen) {
        const auto target =
            numbers_.find(database_.catalogue().entity(scan.head().other));
        if (target != numbers_.end()) {
          add_links(source, target->second, decode_neighbour(scan.head()),
                    links);
        }
      }
    }
    keep_heaviest(links);
    std::ranges::sort(links, {}, [](const Link& link) {
      return std::tuple(!link.type.has_value(), -link.weight, link.source,
                        link.target, link.type);
    });
    if (links.size() > request_.max_links) {
      result_.links_left_out = links.size() - request_.max_links;
      links.resize(request_.max_links);
    }
    result_.links = std::move(links);
  }

  // Both ends may offer a link; how strong an association is depends on the
  // end.
  static void keep_heaviest(std::vector<Link>& links) {
    const auto ends = [](const Link& link) {
      return std::tuple(link.source, link.target, link.type);
    };
    std::ranges::sort(links, {}, [&](const Link& link) {
      return std::tuple_cat(ends(link), std::tuple(-link.weight));
    });
    const auto repeated = std::ranges::unique(links, {}, ends);
    links.erase(repeated.begin(), repeated.end());
  }

  static void add_links(uint32_t from, uint32_t to,
                        const NeighbourRecord& record,
                        std::vector<Link>& links) {
    for (const NeighbourEdge& edge : record.edges) {
      const bool turned =
          edge.side == Side::kIn || (edge.side == Side::kEither && to < from);
      EdgeRecord told;
      told.modality = edge.modality;
      told.negated = edge.negated;
      told.confidence = static_cast<float>(edge.confidence);
      told.story_count = edge.story_count;
      links.push_back({turned ? to : from, turned ? from : to, edge.type,
                       edge_strength(edge.type, told)});
    }
    if (record.edges.empty() && record.association) {
      links.push_back({std::min(from, to), std::max(from, to), std::nullopt,
                       blend(0, record.association->strength)});
    }
  }

  const Database& database_;
  const NeighbourhoodRequest& request_;
  size_t seeds_ = 0;
  std::vector<EntityId> nodes_;
  std::map<EntityId, uint32_t> numbers_;
  std::set<EntityId> left_out_;
  Neighbourhood result_;
};

}  // namespace

Neighbourhood find_neighbourhood(const Database& database,
                                 const NeighbourhoodRequest& request) {
  return Growth(database, request).finish();
}

}  // namespace graph
