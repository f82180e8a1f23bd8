#include "graph/related.h"

#include <algorithm>
#include <map>
#include <optional>

#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/ranking.h"
#include "graph/records.h"

namespace graph {
namespace {

// Only so many of the closest neighbours are ranked again by what they share
// with others; those beyond keep the order of the storage.
constexpr size_t kReranked = 200;
// Paths go over this many of the strongest neighbours by a typed relation,
constexpr size_t kBridges = 8;
// and over this many of the closest neighbours of each.
constexpr size_t kBridgeNeighbours = 64;

struct Candidate {
  EntityId other{};
  double score = 0;
  NeighbourRecord record;
};

double edges_strength(const NeighbourRecord& record) {
  return blend(record.edges, 0);
}

bool is_wanted(const NeighbourRecord& record, const RelatedRequest& request) {
  const auto& types = request.types;
  if (!types.empty() && std::ranges::find(types, record.type) == types.end()) {
    return false;
  }
  const auto& relations = request.relations;
  return relations.empty() ||
         std::ranges::any_of(record.edges, [&](const NeighbourEdge& edge) {
           return std::ranges::find(relations, edge.type) != relations.end();
         });
}

Candidate read_candidate(const Scan& scan) {
  const NeighbourKey key = decode_neighbour_key(scan.key());
  return {key.other, key.score, decode_neighbour(scan.value())};
}

// How strongly the typed relations of the closest neighbours lead on to
// others: for each entity the best path.
std::map<EntityId, double> find_reach(const Database& database,
                                      EntityId entity) {
  std::vector<std::pair<EntityId, double>> bridges;
  size_t seen = 0;
  for (auto scan = database.scan(Column::kNeighbours, entity_key(entity));
       seen < kReranked && bridges.size() < kBridges && scan.valid();
       scan.next(), ++seen) {
    const Candidate bridge = read_candidate(scan);
    if (bridge.record.edges.empty()) continue;
    bridges.emplace_back(bridge.other, edges_strength(bridge.record));
  }
  std::map<EntityId, double> reached;
  for (const auto& [bridge, first] : bridges) {
    seen = 0;
    for (auto scan = database.scan(Column::kNeighbours, entity_key(bridge));
         seen < kBridgeNeighbours && scan.valid(); scan.next(), ++seen) {
      const Candidate end = read_candidate(scan);
      double& best = reached[end.other];
      best = std::max(best, first * edges_strength(end.record));
    }
  }
  return reached;
}

void rank_again(const Database& database, EntityId entity,
                std::vector<Candidate>& candidates) {
  const auto reached = find_reach(database, entity);
  for (Candidate& candidate : candidates) {
    if (const auto path = reached.find(candidate.other);
        path != reached.end()) {
      candidate.score = reach(candidate.score, path->second, 1);
    }
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.other < b.other;
  });
}

std::vector<Reason> list_reasons(const NeighbourRecord& record) {
  std::vector<Reason> reasons;
  for (const NeighbourEdge& edge : record.edges) {
    const auto direction =
        edge.side == Side::kIn ? Direction::kIn : Direction::kOut;
    reasons.emplace_back(RelationReason{edge.type, direction,
                                        edge.edge.modality, edge.edge.negated,
                                        edge.edge.story_count});
  }
  if (record.association) reasons.emplace_back(*record.association);
  return reasons;
}

class RelatedWriter {
 public:
  RelatedWriter(const Database& database, const EntityRecord& entity)
      : database_(database),
        evidence_(database),
        id_(entity.entity.id),
        entity_(make_entity_key(id_)) {}

  Related show(const Candidate& candidate) {
    Related related;
    related.entity = summary_at(database_, candidate.other);
    related.score = candidate.score;
    related.reasons = list_reasons(candidate.record);
    add_edge_evidence(candidate, related);
    add_sightings(candidate, related.evidence);
    return related;
  }

 private:
  // The best of each edge, or several where there is only one edge.
  void add_edge_evidence(const Candidate& candidate, Related& related) {
    const auto& edges = candidate.record.edges;
    const size_t each = edges.size() == 1 ? kEvidenceShown : 1;
    for (const NeighbourEdge& edge : edges) {
      if (related.evidence.size() >= kEvidenceShown) return;
      const auto ends = orient(edge.side, id_, related.entity.id);
      for (Evidence& evidence :
           evidence_.of_edge({make_entity_key(ends.source), edge.type,
                              make_entity_key(ends.target), 0},
                             each)) {
        add(std::move(evidence), related.evidence);
      }
    }
  }

  void add_sightings(const Candidate& candidate, std::vector<Evidence>& shown) {
    for (const Sighting& sighting : candidate.record.sightings) {
      if (shown.size() >= kEvidenceShown) return;
      add(evidence_.of_sighting(sighting, entity_, candidate.other), shown);
    }
  }

  // A sentence is shown once, though it may state several relations.
  static void add(Evidence evidence, std::vector<Evidence>& shown) {
    const bool known = std::ranges::any_of(shown, [&](const Evidence& other) {
      return other.article == evidence.article &&
             other.in_title == evidence.in_title && other.span == evidence.span;
    });
    if (!known) shown.push_back(std::move(evidence));
  }

  const Database& database_;
  EvidenceReader evidence_;
  std::string id_;
  EntityId entity_;
};

}  // namespace

RelatedAnswer find_related(const Database& database,
                           const RelatedRequest& request) {
  RelatedAnswer answer;
  const auto record = find_entity(database, request.entity);
  if (!record) return answer;
  const EntityId entity = make_entity_key(request.entity);
  const bool filtered = !request.types.empty() || !request.relations.empty();
  const size_t end = size_t{request.offset} + request.limit;
  const size_t needed = std::max(end, kReranked);

  std::vector<Candidate> candidates;
  for (auto scan = database.scan(Column::kNeighbours, entity_key(entity));
       (filtered || candidates.size() < needed) && scan.valid(); scan.next()) {
    Candidate candidate = read_candidate(scan);
    if (!is_wanted(candidate.record, request)) continue;
    ++answer.total;
    if (candidates.size() < needed) candidates.push_back(std::move(candidate));
  }
  if (!filtered) answer.total = record->neighbour_count;

  std::vector<Candidate> beyond(
      std::make_move_iterator(candidates.begin() +
                              std::min(candidates.size(), kReranked)),
      std::make_move_iterator(candidates.end()));
  candidates.resize(std::min(candidates.size(), kReranked));
  rank_again(database, entity, candidates);
  std::ranges::move(beyond, std::back_inserter(candidates));

  RelatedWriter writer(database, *record);
  for (size_t i = request.offset; i < std::min(end, candidates.size()); ++i) {
    answer.related.push_back(writer.show(candidates[i]));
  }
  return answer;
}

}  // namespace graph
