// The graph as curators judge it: the answers of GraphReader with the ledger
// applied at once, without a new build (docs/ledger.md).
//
// Of what a judgement touches, lists are read a little further than asked and
// joined. Counts and scores of the joined are close to what the next build
// counts, and are its own after it.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/curation.h"
#include "graph/database.h"
#include "graph/graph_reader.h"
#include "graph/judgement_states.h"

namespace graph {

// Safe for any number of threads; the database must outlive it.
class CuratedGraph {
 public:
  CuratedGraph(const Database& database, std::vector<LedgerEntry> entries);

  const Database& database() const { return database_; }
  const std::vector<LedgerEntry>& entries() const { return entries_; }
  const Curation& curation() const { return curation_; }

  // True where every answer is that of the graph itself, old ids apart.
  bool is_plain() const { return curation_.is_plain(); }

  // As the methods of GraphReader of the same names.
  std::optional<EntityDetail> entity(std::string_view id) const;
  std::vector<NamedEntity> resolve(std::string_view name, size_t limit) const;
  std::vector<NamedEntity> suggest(std::string_view prefix, size_t limit) const;
  std::vector<EntitySummary> entities(std::optional<text::EntityType> type,
                                      size_t offset, size_t limit) const;
  RelatedAnswer related(RelatedRequest request) const;
  RelationsAnswer relations(RelationsRequest request) const;
  Neighbourhood neighbourhood(NeighbourhoodRequest request) const;
  PathsAnswer paths(PathsRequest request) const;
  TimelineAnswer timeline(TimelineRequest request) const;
  std::optional<EdgeHistory> history(EdgeName edge) const;
  EvidenceAnswer evidence(EvidenceRequest request) const;
  FactsAnswer facts(FactsRequest request) const;
  CommunitiesAnswer communities(const CommunitiesRequest& request) const;
  std::optional<Community> community(CommunityRequest request) const;
  CentralAnswer central(const CentralRequest& request) const;
  NewsAnswer news(const NewsRequest& request) const;
  std::vector<ArticleMention> articles(std::string_view id, size_t offset,
                                       size_t limit) const;
  std::optional<text::Annotation> annotation(text::ArticleId id) const;
  GraphCounts counts(GraphCounts read) const;

  std::vector<JudgementState> states() const;

 private:
  // The id that the graph has for an entity where it is plain.
  std::string stand_for(const std::string& id) const;

  const Database& database_;
  std::vector<LedgerEntry> entries_;
  Curation curation_;
};

}  // namespace graph
