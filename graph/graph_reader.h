// The graph of one generation: entities, relations, and what is related.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "graph/graph_builder.h"
#include "graph/judgements.h"
#include "graph/period.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace graph {

// Told in graph/paths.h, timeline.h, edge_history.h, facts.h, communities.h,
// central.h and news.h.
struct PathsRequest;
struct PathsAnswer;
struct TimelineRequest;
struct TimelineAnswer;
struct EdgeName;
struct EdgeHistory;
struct EvidenceRequest;
struct EvidenceAnswer;
struct FactsRequest;
struct FactsAnswer;
struct CommunitiesRequest;
struct CommunitiesAnswer;
struct CommunityRequest;
struct Community;
struct CentralRequest;
struct CentralAnswer;
struct NewsRequest;
struct NewsAnswer;
// Told in graph/export.h.
struct ExportFilter;
class GraphExport;

// An entity as a list shows it.
struct EntitySummary {
  std::string id;
  text::EntityType type{};
  std::string name;
  uint32_t article_count = 0;
  uint32_t story_count = 0;  // reprints of one text count once

  bool operator==(const EntitySummary&) const = default;
};

// An entity on its own.
struct EntityDetail {
  EntitySummary summary;
  std::vector<std::string> aliases;
  std::optional<text::Timestamp> first_reported;
  std::optional<text::Timestamp> last_reported;
  uint32_t edge_count = 0;
};

// One sentence of an article, with the two entities it is shown for.
struct Evidence {
  text::ArticleId article{};
  std::string title;
  std::string source;
  std::optional<text::Timestamp> published;
  text::Span span;  // bytes of the body, or of the title if `in_title`
  bool in_title = false;
  std::string sentence;
  std::vector<text::Span> marks;  // bytes of `sentence`: the entities' names
  text::Modality modality = text::Modality::kAsserted;
  bool negated = false;
  float confidence = 1.0;
  std::string date;
  std::string rule;  // empty where the sentence only names both
};

// One edge as seen from one of its ends.
struct Edge {
  text::RelationType type{};
  EntitySummary source;
  EntitySummary target;
  text::Modality modality = text::Modality::kAsserted;  // of the strongest
  bool negated = false;      // more stories deny it than state it
  float confidence = 0;      // 1 - product of (1 - confidence) over stories
  uint32_t story_count = 0;  // on the side that `negated` tells
  uint32_t opposing_story_count = 0;  // on the other side
  std::optional<text::Timestamp> first_reported;
  std::optional<text::Timestamp> last_reported;
  std::vector<Evidence> evidence;  // best first, at most kEvidenceShown
};
inline constexpr size_t kEvidenceShown = 3;

enum class Direction : uint8_t { kOut, kIn };

// Why two entities are related: a typed relation ...
struct RelationReason {
  text::RelationType type{};
  Direction direction{};  // kOut: the entity asked about is its source
  text::Modality modality{};
  bool negated = false;
  uint32_t story_count = 0;
};
// ... or mere association, more often than chance ...
struct AssociationReason {
  double lift = 0;  // observed / expected stories that name both
  uint32_t story_count = 0;
};
// ... or that both have the same relation to a third entity.
struct SharedReason {
  text::RelationType type{};
  Direction direction{};  // kOut: both are its sources
  EntitySummary third;
};
using Reason = std::variant<RelationReason, AssociationReason, SharedReason>;

struct Related {
  EntitySummary entity;
  double score = 0;  // 0..1, comparable within one answer (docs/ranking.md)
  std::vector<Reason> reasons;     // strongest first, never empty
  std::vector<Evidence> evidence;  // never empty
};

// An article that names an entity.
struct ArticleMention {
  text::ArticleId article{};
  std::optional<text::Timestamp> published;
  uint32_t mention_count = 0;
};

struct RelatedRequest {
  std::string entity;                        // public id
  std::vector<text::EntityType> types = {};  // empty: any
  // Empty: any, and association.
  std::vector<text::RelationType> relations = {};
  // Only articles of this period count, for what is related, why and how
  // closely (docs/ranking.md, "Within a period").
  Period period = {};
  std::vector<std::string> sources = {};  // the same, by name; empty: any
  uint32_t offset = 0;
  uint32_t limit = 20;
};

struct RelatedAnswer {
  std::vector<Related> related;
  uint64_t total = 0;
  bool total_is_exact = true;  // else there may be more
};

struct RelationsRequest {
  std::string entity;                              // public id
  std::vector<text::RelationType> relations = {};  // empty: any
  std::optional<Direction> direction = {};
  float min_confidence = 0;
  // Only what was published from `from` on, before `to`, and until `as_of`,
  // that instant included, counts: edges without any such evidence are left
  // out, the others are told from it alone.
  std::optional<text::Timestamp> from = {};
  std::optional<text::Timestamp> to = {};
  std::optional<text::Timestamp> as_of = {};
  uint32_t offset = 0;
  uint32_t limit = 50;
};

struct RelationsAnswer {
  std::vector<Edge> edges;  // strongest first
  uint64_t total = 0;
  bool total_is_exact = true;  // else there may be more
};

// An edge of a drawn neighbourhood: a typed relation, or mere association.
struct Link {
  uint32_t source = 0;  // index into Neighbourhood::nodes
  uint32_t target = 0;
  std::optional<text::RelationType> type;  // none: named together
  double weight = 0;                       // 0..1
};

struct Neighbourhood {
  std::vector<EntitySummary> nodes;  // the entities asked about first
  std::vector<Link> links;
  uint64_t nodes_left_out = 0;
  uint64_t links_left_out = 0;
};

struct NeighbourhoodRequest {
  std::vector<std::string> entities;  // public ids
  uint32_t hops = 1;                  // 1..3
  uint32_t max_nodes = 30;
  uint32_t max_links = 80;
};

// How well a name fits an entity.
enum class NameMatch : uint8_t { kExact, kAlias, kPrefix, kWord };

struct NamedEntity {
  EntitySummary entity;
  NameMatch match{};
  std::string matched;  // the name or alias that fits
};

// True if the first of the candidates for a name, best first and at least one,
// is meant: it fits better than the next, or as well and is reported at least
// three times as often.
bool is_clear(const std::vector<NamedEntity>& candidates);

struct JudgementState;      // graph/judgement_states.h
struct IdentityCandidates;  // graph/identity_candidates.h

// Safe for any number of threads. A public id that the graph lacks gives empty
// answers, never an error. Every answer is as curators judge it, whether the
// graph was built with their judgements or not (docs/ledger.md).
class GraphReader {
 public:
  // Throws StorageError if it is missing, broken or of another format.
  explicit GraphReader(const std::filesystem::path& directory);
  // The graph that `opened` reads, with a whole ledger, in its order, applied
  // at once. Both live and end apart.
  GraphReader(const GraphReader& opened, std::vector<LedgerEntry> ledger);
  ~GraphReader();
  GraphReader(const GraphReader&) = delete;
  GraphReader& operator=(const GraphReader&) = delete;

  std::optional<EntityDetail> entity(std::string_view id) const;

  // The entities that `name` may mean, best first: id, exact name, alias, then
  // names that begin with it or contain it as words; in each tier the most
  // reported first. The first is the answer where it fits better than the rest.
  std::vector<NamedEntity> resolve(std::string_view name, size_t limit) const;

  // The entities to offer while `prefix` is typed, best first.
  std::vector<NamedEntity> suggest(std::string_view prefix, size_t limit) const;

  // Entities of `type` (or any), most reported first.
  std::vector<EntitySummary> entities(std::optional<text::EntityType> type,
                                      size_t offset, size_t limit) const;

  RelatedAnswer related(const RelatedRequest& request) const;
  RelationsAnswer relations(const RelationsRequest& request) const;
  Neighbourhood neighbourhood(const NeighbourhoodRequest& request) const;

  PathsAnswer paths(const PathsRequest& request) const;
  TimelineAnswer timeline(const TimelineRequest& request) const;
  std::optional<EdgeHistory> history(const EdgeName& edge) const;
  EvidenceAnswer evidence(const EvidenceRequest& request) const;
  FactsAnswer facts(const FactsRequest& request) const;
  CommunitiesAnswer communities(const CommunitiesRequest& request) const;
  std::optional<Community> community(const CommunityRequest& request) const;
  CentralAnswer central(const CentralRequest& request) const;
  NewsAnswer news(const NewsRequest& request) const;

  // The reader must outlive it. Tells what a graph built with the ledger would:
  // where judgements are newer, the first call builds one aside, as large as
  // this one, and others wait for it. Throws text::StorageError where that
  // fails.
  GraphExport begin_export(const ExportFilter& filter) const;

  // False where begin_export() would keep its caller for more than a second's
  // work.
  bool exports_at_once() const;

  // The articles that name an entity, newest first, undated ones last.
  std::vector<ArticleMention> articles(std::string_view id, size_t offset,
                                       size_t limit) const;

  // The story that an article tells: the smallest id among its articles.
  std::optional<text::ArticleId> story(text::ArticleId id) const;

  // The articles that tell a story as they came, the first report first, undated
  // ones last; empty where there is no such story.
  std::vector<text::ArticleId> articles_of_story(text::ArticleId story) const;

  // Every article with the story that it tells, by the article's id.
  std::vector<std::pair<text::ArticleId, text::ArticleId>> stories() const;

  // What was read in one article.
  std::optional<text::Annotation> annotation(text::ArticleId id) const;

  // The same without any judgement.
  std::optional<text::Annotation> annotation_as_read(text::ArticleId id) const;

  // The ids under which articles may name an entity: its own first, then those
  // that it took in.
  std::vector<std::string> ids_of(std::string_view id) const;

  // What became of each judgement of the ledger.
  std::vector<JudgementState> judgement_states() const;

  const std::vector<LedgerEntry>& ledger() const;

  // True where curators said that these two entities are not one.
  bool are_different(std::string_view one, std::string_view other) const;

  // What may be one or several; found by the first call and kept, at most
  // kMaxCandidates of each.
  const IdentityCandidates& candidates() const;

  // True where a graph built now, of the same articles and the judgements that
  // stand, would be another one.
  bool needs_build() const;

  // Why judgements that only a copy of the graph can tell wait for the next
  // build instead; empty where nothing went wrong.
  const std::string& copy_problem() const;

  GraphCounts counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graph
