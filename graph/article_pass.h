// Takes the articles of a graph apart into what is counted over all of them.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/built_judgements.h"
#include "graph/catalogue.h"
#include "graph/community_rows.h"
#include "graph/entity_summary.h"
#include "graph/fact_rows.h"
#include "graph/identity.h"
#include "graph/input_records.h"
#include "graph/judged_records.h"
#include "graph/pair_records.h"
#include "graph/partitioned_sorter.h"
#include "graph/report_rows.h"

namespace graph {

// What articles say, in the order of entities or pairs of them.
struct GatheredRecords {
  GatheredRecords(const std::filesystem::path& directory, size_t lanes);

  void set_entity_count(size_t count);

  PartitionedSorter mentions;      // entity, article -> mention count
  PartitionedSorter descriptions;  // entity, description -> article count
  PartitionedSorter pairs;         // graph/pair_records.h
  FactRows facts;
  ReportRows reports;
  CommunityRows communities;
};

// The description of a key of `descriptions`; nobody has given it yet.
Description decode_description(std::string_view key);

// One lane of the work; used by one thread.
class ArticlePass {
 public:
  // `gathered` takes the records, as `lane`; all must outlive it.
  ArticlePass(const Catalogue& catalogue, const Identity& identity,
              GatheredRecords& gathered, size_t lane);

  // `article` and `annotation` are what was read in the article.
  void read(ArticleNumber number, ArticleRecord article,
            AnnotationRecord annotation);

  // For what needs no article to be read.
  void describe(EntityNumber entity, const text::Entity& description,
                bool second_hand);
  void mention(EntityNumber entity, ArticleNumber article, uint32_t count);
  void state(const EdgeRowKey& edge, const EvidenceEntry& evidence);

  // Hands over what was held back; no read() after it.
  void finish();

  uint64_t mention_count() const { return mention_count_; }
  uint64_t fact_count() const { return fact_count_; }
  // Without fingerprints.
  const BuiltJudgements& judgements() const { return judgements_; }

 private:
  JudgedRecords apply_judgements(ArticleNumber number, ArticleRecord article,
                                 AnnotationRecord annotation);
  std::vector<EntityNumber> number_entities(const ArticleRecord& article) const;
  void collect_mentions(const JudgedRecords& article);
  void collect_relations(const ArticleRecord& article,
                         const AnnotationRecord& annotation);
  void collect_cooccurrences(const ArticleRecord& article);

  const Catalogue& catalogue_;
  const Identity& identity_;
  GatheredRecords& gathered_;
  size_t lane_;
  BuiltJudgements judgements_;
  uint64_t mention_count_ = 0;
  uint64_t fact_count_ = 0;

  ArticleNumber number_{};              // of the article being read
  std::vector<EntityNumber> entities_;  // of the article
  // Descriptions that are not handed over yet, with how often each was given:
  // most articles repeat what others said.
  std::map<std::string, uint32_t, std::less<>> held_;
};

}  // namespace graph
