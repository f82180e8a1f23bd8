// From the articles of a graph to everything that is counted over them.

#pragma once

#include <filesystem>
#include <vector>

#include "graph/built_judgements.h"
#include "graph/community_rows.h"
#include "graph/database.h"
#include "graph/external_sorter.h"
#include "graph/fact_rows.h"
#include "graph/graph_builder.h"
#include "graph/identity.h"
#include "graph/input_records.h"
#include "graph/keys.h"
#include "graph/neighbour_ranking.h"
#include "graph/pair_records.h"
#include "graph/records.h"
#include "graph/report_rows.h"
#include "graph/stories.h"

namespace graph {

// Reads `articles` and `annotations` and fills the other columns. Memory is
// bounded apart from some 300 bytes per article, 60 per entity and 74 per pair
// that relations tie; what is more is sorted in temporary files of `directory`.
// Used once, by one thread.
class GraphAssembly {
 public:
  // `articles` are all articles of the database, ordered by id; what is read in
  // them is counted as `identity` has it.
  GraphAssembly(Database& database, const std::filesystem::path& directory,
                const std::vector<SignedArticle>& articles,
                const Identity& identity);

  GraphCounts run();

  // What run() met of the judgements; without fingerprints.
  const BuiltJudgements& judgements() const { return judgements_; }

 private:
  struct Totals {
    EntityId entity{};
    text::EntityType type{};
    uint32_t story_count = 0;
    uint32_t edge_count = 0;
    TypeCounts neighbour_counts{};
  };

  void write_stories(const std::vector<SignedArticle>& articles);
  void read_articles();
  void apply_judgements(ArticleRecord& article, AnnotationRecord& annotation);
  void collect_mentions(const ArticleRecord& article,
                        const AnnotationRecord& annotation);
  void collect_relations(const ArticleRecord& article,
                         const AnnotationRecord& annotation);
  void collect_cooccurrences(const ArticleRecord& article);

  void count_entities();
  void add_edges();
  void add_edge(const EvidenceKey& key, const EdgeRecord& edge);
  void add_neighbours();
  void add_pair(PairSummary summary);
  void add_neighbour(Totals& entity, const Totals& other,
                     const PairSummary& summary);
  void write_entities();
  uint32_t number_of(const Totals& entity) const;
  void write_communities();
  void write_prefixes();
  void write_sorted(ExternalSorter& rows, Column column);
  Totals& totals(EntityId entity);

  Database& database_;
  const Identity& identity_;
  GraphCounts counts_;
  BuiltJudgements judgements_;
  std::vector<text::ArticleId> article_ids_;
  std::vector<text::ArticleId> stories_;  // parallel to article_ids_
  size_t current_ = 0;                    // the article being read
  std::vector<bool> second_hand_;         // of its entities; empty: none
  std::vector<Totals> totals_;            // by entity

  // entity, article -> EntityMention
  ExternalSorter mentions_;
  // source, relation, target -> evidence
  ExternalSorter statements_;
  // What ties two entities (graph/pair_records.h).
  ExternalSorter pairs_;
  // Rows of columns that come out of order.
  ExternalSorter entities_;
  ExternalSorter dated_mentions_;
  ExternalSorter edges_;
  NeighbourRanking neighbours_;
  FactRows facts_;
  ReportRows reports_;
  CommunityRows communities_;
  ExternalSorter names_;
  ExternalSorter prefixes_;
  ExternalSorter ranked_;
};

}  // namespace graph
