#include "graph/neighbourhood.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "graph/entity_lookup.h"
#include "graph/neighbour_rows.h"
#include "graph/number_index.h"
#include "graph/ranking.h"
#include "graph/records.h"

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
  EntityNumber other{};
  double score = 0;
  bool has_edges = false;
  uint32_t hop = 0;  // that it was last met in
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
      const auto number = database.catalogue().find(make_entity_key(id));
      if (number && find_entity(database, id)) add_node(*number);
    }
    seeds_ = nodes_.size();
  }

  Neighbourhood finish() {
    const uint32_t hops = std::clamp(request_.hops, 1u, kMaxHops);
    size_t done = 0;
    for (uint32_t hop = 1; hop <= hops; ++hop) done = grow(done, hop);
    // Every node that is no seed was met before.
    result_.nodes_left_out = met_.size() - (nodes_.size() - seeds_);
    collect_links();
    return std::move(result_);
  }

 private:
  // The rows that were read of a node: where they begin in `read_`.
  struct ReadRows {
    size_t begin = 0;
    size_t end = 0;
  };

  // Adds the neighbours of the nodes from `begin` on; returns where the nodes
  // that it added begin.
  size_t grow(size_t begin, uint32_t hop) {
    const size_t end = nodes_.size();
    for (size_t i = begin; i < end; ++i) meet_neighbours(nodes_[i], hop);
    const size_t most = std::max<size_t>(request_.max_nodes, seeds_);
    if (most <= end) return end;
    std::vector<Neighbour> found;
    for (const Neighbour& neighbour : met_) {
      if (neighbour.hop == hop) found.push_back(neighbour);
    }
    const auto added =
        static_cast<std::ptrdiff_t>(std::min(most - end, found.size()));
    std::ranges::partial_sort(found, found.begin() + added, {}, rank);
    for (const Neighbour& neighbour :
         std::span(found).first(static_cast<size_t>(added))) {
      add_node(neighbour.other);
    }
    return end;
  }

  void meet_neighbours(EntityNumber node, uint32_t hop) {
    const size_t begin = read_.size();
    size_t seen = 0;
    for (NeighbourScan scan(database_, node); seen < kLookedAt && scan.valid();
         scan.next(), ++seen) {
      const NeighbourHead& head = scan.head();
      if (seen < kLinked) read_.push_back(head.other);
      const bool is_tied = head.edge_count > 0 || head.has_association;
      if (is_tied && !places_.contains(head.other)) {
        meet({head.other, head.score, head.edge_count > 0, hop});
      }
    }
    rows_.push_back({begin, read_.size()});
  }

  void meet(const Neighbour& neighbour) {
    uint32_t& at = met_places_[neighbour.other];
    if (at == NumberIndex::kNone) {
      at = static_cast<uint32_t>(met_.size());
      met_.push_back(neighbour);
    } else if (met_[at].hop != neighbour.hop ||
               rank(neighbour) < rank(met_[at])) {
      met_[at] = neighbour;
    }
  }

  void add_node(EntityNumber entity) {
    uint32_t& place = places_[entity];
    if (place != NumberIndex::kNone) return;
    place = static_cast<uint32_t>(nodes_.size());
    nodes_.push_back(entity);
    result_.nodes.push_back(summary_at(database_, entity));
  }

  // How many rows of a node are to be read again to find all its links.
  size_t rows_with_links(size_t node) const {
    if (node >= rows_.size()) return kLinked;
    const auto rows = std::span(read_).subspan(
        rows_[node].begin, rows_[node].end - rows_[node].begin);
    size_t count = rows.size();
    while (count > 0 && !places_.contains(rows[count - 1])) --count;
    return count;
  }

  // All links between nodes, those of typed relations first.
  void collect_links() {
    std::vector<Link> links;
    for (uint32_t source = 0; source < nodes_.size(); ++source) {
      const size_t rows = rows_with_links(source);
      if (rows == 0) continue;
      size_t seen = 0;
      for (NeighbourScan scan(database_, nodes_[source]);
           seen < rows && scan.valid(); scan.next(), ++seen) {
        const uint32_t target = places_.find(scan.head().other);
        if (target != NumberIndex::kNone) {
          add_links(source, target, decode_neighbour(scan.head()), links);
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

  void add_links(uint32_t from, uint32_t to, const NeighbourRecord& record,
                 std::vector<Link>& links) const {
    const Catalogue& catalogue = database_.catalogue();
    for (const NeighbourEdge& edge : record.edges) {
      const bool turned =
          edge.side == Side::kIn || (edge.side == Side::kEither && to < from);
      EdgeRecord told;
      told.modality = edge.modality;
      told.negated = edge.negated;
      told.confidence = static_cast<float>(edge.confidence);
      told.story_count = edge.story_count;
      told.last_reported = last_reported(edge, catalogue);
      links.push_back(
          {turned ? to : from, turned ? from : to, edge.type,
           edge_strength(edge.type, told, catalogue.newest_report())});
    }
    if (record.edges.empty() && record.association) {
      links.push_back({std::min(from, to), std::max(from, to), std::nullopt,
                       blend(0, record.association->strength)});
    }
  }

  const Database& database_;
  const NeighbourhoodRequest& request_;
  size_t seeds_ = 0;
  std::vector<EntityNumber> nodes_;
  NumberIndex places_;          // of nodes
  std::vector<Neighbour> met_;  // in any hop, each once
  NumberIndex met_places_;
  std::vector<EntityNumber> read_;  // the others of rows that were read
  std::vector<ReadRows> rows_;      // by node, as far as they were read
  Neighbourhood result_;
};

}  // namespace

Neighbourhood find_neighbourhood(const Database& database,
                                 const NeighbourhoodRequest& request) {
  return Growth(database, request).finish();
}

}  // namespace graph
