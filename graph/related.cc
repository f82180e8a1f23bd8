#include "graph/related.h"

#include <algorithm>

#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/neighbour_rows.h"
#include "graph/records.h"

namespace graph {
namespace {

struct Candidate {
  EntityId other{};
  double score = 0;
  NeighbourRecord record;
};

bool has_wanted_type(text::EntityType type, const RelatedRequest& request) {
  const auto& types = request.types;
  return types.empty() || std::ranges::find(types, type) != types.end();
}

bool is_wanted(const NeighbourHead& head, const RelatedRequest& request) {
  if (!has_wanted_type(head.type, request)) return false;
  const auto& relations = request.relations;
  return relations.empty() ||
         std::ranges::any_of(relations, [&](text::RelationType type) {
           return has_edge_of(head, type);
         });
}

// What fits the request apart from its relations.
uint64_t count_types(const EntityRecord& entity,
                     const RelatedRequest& request) {
  uint64_t count = 0;
  for (int i = 0; i < text::kEntityTypeCount; ++i) {
    if (has_wanted_type(static_cast<text::EntityType>(i), request)) {
      count += entity.neighbour_counts[static_cast<size_t>(i)];
    }
  }
  return count;
}

std::vector<Reason> list_reasons(const NeighbourRecord& record) {
  std::vector<Reason> reasons;
  for (const NeighbourEdge& edge : record.edges) {
    const auto direction =
        edge.side == Side::kIn ? Direction::kIn : Direction::kOut;
    reasons.emplace_back(RelationReason{edge.type, direction, edge.modality,
                                        edge.negated, edge.story_count});
  }
  if (record.association) {
    reasons.emplace_back(AssociationReason{record.association->lift,
                                           record.association->story_count});
  }
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
                              make_entity_key(ends.target)},
                             each)) {
        add(std::move(evidence), related.evidence);
      }
    }
  }

  void add_sightings(const Candidate& candidate, std::vector<Evidence>& shown) {
    for (const SightingEntry& sighting : candidate.record.sightings) {
      if (shown.size() >= kEvidenceShown) return;
      const auto& article = database_.catalogue().article(sighting.article);
      add(evidence_.of_sighting({article.id, sighting.sentence}, entity_,
                                candidate.other),
          shown);
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
  const auto entity =
      database.catalogue().find(make_entity_key(request.entity));
  if (!entity) return answer;
  const bool must_count = !request.relations.empty();
  const uint64_t of_types = count_types(*record, request);
  const uint64_t end =
      must_count ? of_types
                 : std::min(of_types, uint64_t{request.offset} + request.limit);
  RelatedWriter writer(database, *record);
  uint64_t wanted = 0;
  for (NeighbourScan scan(database, *entity); wanted < end && scan.valid();
       scan.next()) {
    if (!is_wanted(scan.head(), request)) continue;
    if (++wanted <= request.offset) continue;
    if (answer.related.size() >= request.limit) continue;
    answer.related.push_back(
        writer.show({database.catalogue().entity(scan.head().other),
                     scan.head().score, decode_neighbour(scan.head())}));
  }
  answer.total = must_count ? wanted : of_types;
  return answer;
}

}  // namespace graph
