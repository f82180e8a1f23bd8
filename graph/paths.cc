#include "graph/paths.h"

#include <algorithm>
#include <map>

#include "graph/database.h"
#include "graph/edge_rows.h"
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
  // Reads at once what all of `paths` are shown with.
  PathWriter(const Database& database, size_t evidence_limit,
             const std::vector<FoundPath>& paths)
      : database_(database),
        evidence_(database),
        evidence_limit_(std::min(evidence_limit, kEvidenceShown)) {
    for (const FoundPath& path : paths) {
      for (const Tie& tie : path.ties) {
        if (tie.edge_count > 0) keys_.push_back(key_of(tie));
      }
    }
    std::ranges::sort(keys_);
    const auto repeated = std::ranges::unique(keys_);
    keys_.erase(repeated.begin(), repeated.end());
    edges_ = read_edges(database, keys_, evidence_limit_);
    std::vector<ArticleNumber> articles;
    for (const EvidencedEdge& edge : edges_) {
      for (const auto& item : edge.evidence) articles.push_back(item.article);
    }
    evidence_.read_ahead(std::move(articles));
  }

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
      add_edge(tie, hop);
    } else {
      add_association(tie, hop);
    }
    return hop;
  }

  static EdgeRowKey key_of(const Tie& tie) {
    return edge_row_key(tie.entity, tie.other, tie.type, tie.side);
  }

  void add_edge(const Tie& tie, Hop& hop) {
    const auto at = std::ranges::lower_bound(keys_, key_of(tie));
    const EvidencedEdge& told = edges_[static_cast<size_t>(at - keys_.begin())];
    const EdgeKey key{id(tie.entity), tie.side, tie.strength, tie.type,
                      id(tie.other)};
    hop.edge =
        view_edge(summary(tie.entity), summary(tie.other), key, told.edge);
    for (const NumberedEvidence& item : told.evidence) {
      hop.edge->evidence.push_back(
          evidence_.of_record(item.record, key.entity, key.other));
    }
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
  std::vector<EdgeRowKey> keys_;      // of all edges, ascending
  std::vector<EvidencedEdge> edges_;  // parallel to `keys_`
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
  PathWriter writer(database, request.evidence_limit, found.paths);
  for (const FoundPath& path : found.paths) {
    answer.paths.push_back(writer.write(path));
  }
  return answer;
}

}  // namespace graph
