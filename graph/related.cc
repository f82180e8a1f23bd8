#include "graph/related.h"

#include <algorithm>
#include <map>
#include <span>

#include "graph/article_scope.h"
#include "graph/edge_rows.h"
#include "graph/edge_summary.h"
#include "graph/entity_lookup.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/neighbour_rows.h"
#include "graph/records.h"
#include "graph/scoped_ranking.h"
#include "text/error.h"

namespace graph {
namespace {

// Pieces of evidence that are read to find those of a period.
constexpr size_t kEvidenceRead = 1000;

// What fits the request apart from its relations.
uint64_t count_types(const EntityRecord& entity,
                     const RelatedRequest& request) {
  const auto& types = request.types;
  uint64_t count = 0;
  for (int i = 0; i < text::kEntityTypeCount; ++i) {
    if (types.empty() || std::ranges::find(types, static_cast<text::EntityType>(
                                                      i)) != types.end()) {
      count += entity.neighbour_counts[static_cast<size_t>(i)];
    }
  }
  return count;
}

// The page of the list as it was written.
ScopedNeighbours read_page(const Database& database, EntityNumber entity,
                           const RelatedRequest& request, uint64_t of_types) {
  ScopedNeighbours found;
  const bool must_count = !request.relations.empty();
  const uint64_t end =
      must_count ? of_types
                 : std::min(of_types, uint64_t{request.offset} + request.limit);
  uint64_t wanted = 0;
  for (NeighbourScan scan(database, entity); wanted < end && scan.valid();
       scan.next()) {
    const NeighbourHead& head = scan.head();
    if (!is_wanted(head, request)) continue;
    if (++wanted <= request.offset) continue;
    if (found.neighbours.size() >= request.limit) continue;
    found.neighbours.push_back(
        {head.other, head.score, decode_neighbour(head)});
  }
  found.total = must_count ? wanted : of_types;
  return found;
}

// Those whose sentences are shown: where nothing else ties the two.
std::span<const SharedTie> shared_to_show(const NeighbourRecord& record) {
  if (!record.edges.empty() || record.association) return {};
  return record.shared;
}

// Reads what the neighbours of one page are shown with.
class RelatedWriter {
 public:
  RelatedWriter(const Database& database, EntityNumber number,
                const ArticleScope& scope)
      : database_(database),
        scope_(scope),
        evidence_(database),
        number_(number) {}

  std::vector<Related> write(const std::vector<ScoredNeighbour>& neighbours) {
    read_summaries(neighbours);
    read_edges(neighbours);
    std::vector<Related> page;
    for (const ScoredNeighbour& neighbour : neighbours) {
      page.push_back(write(neighbour));
    }
    return page;
  }

 private:
  void read_summaries(const std::vector<ScoredNeighbour>& neighbours) {
    for (const ScoredNeighbour& neighbour : neighbours) {
      summaries_.try_emplace(neighbour.other);
      for (const SharedTie& shared : neighbour.record.shared) {
        summaries_.try_emplace(shared.third);
      }
    }
    for (auto& [number, summary] : summaries_) {
      summary = summary_at(database_, number);
    }
  }

  // The evidence of all edges that are shown, and the articles it is in.
  void read_edges(const std::vector<ScoredNeighbour>& neighbours) {
    std::vector<EdgeRowKey> keys;
    std::vector<ArticleNumber> articles;
    for (const ScoredNeighbour& neighbour : neighbours) {
      for (const NeighbourEdge& edge : neighbour.record.edges) {
        keys.push_back(
            edge_row_key(number_, neighbour.other, edge.type, edge.side));
      }
      for (const SharedTie& tie : shared_to_show(neighbour.record)) {
        keys.push_back(edge_row_key(number_, tie.third, tie.type, tie.side));
        keys.push_back(
            edge_row_key(neighbour.other, tie.third, tie.type, tie.side));
      }
      for (const SightingEntry& sighting : neighbour.record.sightings) {
        articles.push_back(sighting.article);
      }
    }
    const size_t limit = scope_.is_open() ? kEvidenceShown : kEvidenceRead;
    auto read = graph::read_edges(database_, keys, limit);
    for (size_t i = 0; i < keys.size(); ++i) {
      auto& evidence = read[i].evidence;
      std::erase_if(evidence, [&](const NumberedEvidence& item) {
        return !scope_.contains(item.article);
      });
      auto& kept = edges_[keys[i]];
      for (NumberedEvidence& item : evidence) {
        if (kept.size() < kEvidenceShown) articles.push_back(item.article);
        kept.push_back(std::move(item.record));
      }
    }
    evidence_.read_ahead(articles);
  }

  Related write(const ScoredNeighbour& neighbour) {
    Related related;
    related.entity = summaries_.at(neighbour.other);
    related.score = neighbour.score;
    list_reasons(neighbour, related.reasons);
    add_edge_evidence(neighbour, related.evidence);
    add_sightings(neighbour, related.evidence);
    add_shared(neighbour, related.evidence);
    return related;
  }

  const std::vector<EvidenceRecord>& evidence_of(EntityNumber one,
                                                 EntityNumber other,
                                                 text::RelationType type,
                                                 Side side) const {
    return edges_.at(edge_row_key(one, other, type, side));
  }

  void list_reasons(const ScoredNeighbour& neighbour,
                    std::vector<Reason>& reasons) const {
    for (const NeighbourEdge& edge : neighbour.record.edges) {
      reasons.emplace_back(explain(neighbour.other, edge));
    }
    if (const auto& association = neighbour.record.association) {
      reasons.emplace_back(
          AssociationReason{association->lift, association->story_count});
    }
    for (const SharedTie& tie : neighbour.record.shared) {
      reasons.emplace_back(SharedReason{tie.type, direction_of(tie.side),
                                        summaries_.at(tie.third)});
    }
  }

  static Direction direction_of(Side side) {
    return side == Side::kIn ? Direction::kIn : Direction::kOut;
  }

  RelationReason explain(EntityNumber other, const NeighbourEdge& edge) const {
    RelationReason reason{edge.type, direction_of(edge.side), edge.modality,
                          edge.negated, edge.story_count};
    if (scope_.is_open()) return reason;
    const auto& evidence = evidence_of(number_, other, edge.type, edge.side);
    if (evidence.empty()) return reason;
    const EdgeRecord told = summarize_edge(evidence).edge;
    reason.modality = told.modality;
    reason.negated = told.negated;
    // More than was read may tell so.
    const uint32_t opposing =
        std::min(edge.story_count, told.opposing_story_count);
    reason.story_count =
        std::max(told.story_count, edge.story_count - opposing);
    return reason;
  }

  // The best of each edge, or several where there is only one edge.
  void add_edge_evidence(const ScoredNeighbour& neighbour,
                         std::vector<Evidence>& shown) {
    const auto& edges = neighbour.record.edges;
    const size_t each = edges.size() == 1 ? kEvidenceShown : 1;
    for (const NeighbourEdge& edge : edges) {
      if (shown.size() >= kEvidenceShown) return;
      add_edge(neighbour.other, number_, {edge.type, edge.side, each}, shown);
    }
  }

  struct WantedEdge {
    text::RelationType type{};
    Side side{};
    size_t limit = 0;
  };

  // `side` is as `one` sees it.
  void add_edge(EntityNumber other, EntityNumber one, const WantedEdge& edge,
                std::vector<Evidence>& shown) {
    size_t added = 0;
    for (const EvidenceRecord& record :
         evidence_of(one, other, edge.type, edge.side)) {
      if (added++ == edge.limit) return;
      add(evidence_.of_record(record, key_of(one), key_of(other)), shown);
    }
  }

  void add_sightings(const ScoredNeighbour& neighbour,
                     std::vector<Evidence>& shown) {
    for (const SightingEntry& sighting : neighbour.record.sightings) {
      if (shown.size() >= kEvidenceShown) return;
      const auto& article = database_.catalogue().article(sighting.article);
      add(evidence_.of_sighting({article.id, sighting.sentence},
                                key_of(number_), key_of(neighbour.other)),
          shown);
    }
    if (shown.empty()) add_any_sentence(neighbour, shown);
  }

  // Where none of the best sentences is of the period.
  void add_any_sentence(const ScoredNeighbour& neighbour,
                        std::vector<Evidence>& shown) {
    const auto& association = neighbour.record.association;
    if (!association) return;
    for (const ArticleNumber article : association->reports) {
      if (shown.size() >= kEvidenceShown) return;
      auto found =
          evidence_.of_article(database_.catalogue().article(article).id,
                               key_of(number_), key_of(neighbour.other));
      if (found) add(*std::move(found), shown);
    }
  }

  // A sentence for either end of each reason.
  void add_shared(const ScoredNeighbour& neighbour,
                  std::vector<Evidence>& shown) {
    for (const SharedTie& tie : shared_to_show(neighbour.record)) {
      if (shown.size() >= kEvidenceShown) return;
      add_edge(tie.third, number_, {tie.type, tie.side, 1}, shown);
      add_edge(tie.third, neighbour.other, {tie.type, tie.side, 1}, shown);
    }
  }

  EntityId key_of(EntityNumber number) const {
    return database_.catalogue().entity(number);
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
  const ArticleScope& scope_;
  EvidenceReader evidence_;
  EntityNumber number_;
  std::map<EntityNumber, EntitySummary> summaries_;
  std::map<EdgeRowKey, std::vector<EvidenceRecord>> edges_;
};

}  // namespace

RelatedAnswer find_related(const Database& database,
                           const RelatedRequest& request) {
  RelatedAnswer answer;
  const auto record = find_entity(database, request.entity);
  const auto number =
      database.catalogue().find(make_entity_key(request.entity));
  if (!record || !number) return answer;
  const ArticleScope scope(database.catalogue(), request.period,
                           request.sources);
  const ScopedNeighbours page =
      scope.is_open()
          ? read_page(database, *number, request, count_types(*record, request))
          : rank_within(database, *number, request, scope);
  answer.related =
      RelatedWriter(database, *number, scope).write(page.neighbours);
  answer.total = page.total;
  answer.total_is_exact = page.total_is_exact;
  return answer;
}

}  // namespace graph
