#include "graph/paths.h"

#include <algorithm>
#include <map>

#include "graph/database.h"
#include "graph/edge_scan.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/neighbour_rows.h"
#include "graph/path_search.h"
#include "text/error.h"

namespace graph {
namespace {

// From the keys that a search found to what a reader sees.
class PathWriter {
 public:
  PathWriter(const Database& database, size_t evidence_limit)
      : database_(database),
        evidence_(database),
        evidence_limit_(std::min(evidence_limit, kEvidenceShown)) {}

  Path write(const FoundPath& found) {
    Path path;
    path.score = found.score;
    for (const EntityNumber node : found.nodes) {
      path.nodes.push_back(summary(node));
    }
    for (const Tie& tie : found.ties) path.hops.push_back(write(tie));
    return path;
  }

 private:
  Hop write(const Tie& tie) {
    Hop hop;
    hop.strength = tie.strength;
    hop.edge_count = tie.edge_count;
    if (tie.edge_count > 0) {
      const EdgeKey key{id(tie.entity), tie.side, tie.strength, tie.type,
                        id(tie.other)};
      hop.edge = view_edge(summary(tie.entity), summary(tie.other), key,
                           read_edge(database_, key));
      hop.edge->evidence =
          evidence_.of_edge(evidence_of(*hop.edge), evidence_limit_);
    } else {
      add_association(tie, hop);
    }
    return hop;
  }

  void add_association(const Tie& tie, Hop& hop) {
    const auto record =
        find_neighbour(database_, tie.entity, tie.other, kAssociationRows);
    if (!record || !record->association) {
      throw text::StorageError("neighbours", "a tie is missing");
    }
    hop.association = {record->association->lift,
                       record->association->story_count};
    for (const SightingEntry& sighting : record->sightings) {
      if (hop.sightings.size() == evidence_limit_) return;
      hop.sightings.push_back(evidence_.of_sighting(
          {database_.catalogue().article(sighting.article).id,
           sighting.sentence},
          id(tie.entity), id(tie.other)));
    }
  }

  EntityId id(EntityNumber entity) const {
    return database_.catalogue().entity(entity);
  }

  const EntitySummary& summary(EntityNumber entity) {
    const auto known = summaries_.find(entity);
    if (known != summaries_.end()) return known->second;
    return summaries_.emplace(entity, summary_at(database_, entity))
        .first->second;
  }

  const Database& database_;
  EvidenceReader evidence_;
  size_t evidence_limit_;
  std::map<EntityNumber, EntitySummary> summaries_;
};

}  // namespace

PathsAnswer find_paths(const Database& database, const PathsRequest& request) {
  PathsAnswer answer;
  const Catalogue& catalogue = database.catalogue();
  const auto from = catalogue.find(make_entity_key(request.from));
  const auto to = catalogue.find(make_entity_key(request.to));
  if (!from || !to || from == to) return answer;
  const PathEnds ends{*from, *to, std::clamp(request.max_hops, 1u, kMaxHops),
                      std::clamp(request.limit, 1u, kMaxPaths)};
  FoundPaths found = search_paths(database, ends, false);
  if (found.paths.empty()) {
    found = search_paths(database, ends, true);
    answer.by_association = !found.paths.empty();
  }
  answer.is_cut = found.is_cut;
  PathWriter writer(database, request.evidence_limit);
  for (const FoundPath& path : found.paths) {
    answer.paths.push_back(writer.write(path));
  }
  return answer;
}

}  // namespace graph
