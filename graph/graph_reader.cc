#include "graph/graph_reader.h"

#include <set>

#include "graph/central.h"
#include "graph/communities.h"
#include "graph/curated_graph.h"
#include "graph/database.h"
#include "graph/edge_history.h"
#include "graph/encoding.h"
#include "graph/export.h"
#include "graph/facts.h"
#include "graph/input_records.h"
#include "graph/keys.h"
#include "graph/news.h"
#include "graph/paths.h"
#include "graph/records.h"
#include "graph/timeline.h"
#include "text/error.h"

namespace graph {

struct GraphReader::State {
  State(std::shared_ptr<const Database> shared, std::vector<LedgerEntry> ledger)
      : opened(std::move(shared)),
        database(*opened),
        curated(database, std::move(ledger)) {}

  // Shared by the readers of one sealed graph under ledgers of other times.
  std::shared_ptr<const Database> opened;
  const Database& database;
  CuratedGraph curated;
};

GraphReader::GraphReader(const std::filesystem::path& directory)
    : state_(std::make_unique<State>(
          std::make_shared<const Database>(Database::open(directory)),
          std::vector<LedgerEntry>())) {}

GraphReader::GraphReader(const GraphReader& opened,
                         std::vector<LedgerEntry> ledger)
    : state_(
          std::make_unique<State>(opened.state_->opened, std::move(ledger))) {}

GraphReader::~GraphReader() = default;

std::optional<EntityDetail> GraphReader::entity(std::string_view id) const {
  return state_->curated.entity(id);
}

std::vector<NamedEntity> GraphReader::resolve(std::string_view name,
                                              size_t limit) const {
  return state_->curated.resolve(name, limit);
}

std::vector<NamedEntity> GraphReader::suggest(std::string_view prefix,
                                              size_t limit) const {
  return state_->curated.suggest(prefix, limit);
}

std::vector<EntitySummary> GraphReader::entities(
    std::optional<text::EntityType> type, size_t offset, size_t limit) const {
  return state_->curated.entities(type, offset, limit);
}

RelatedAnswer GraphReader::related(const RelatedRequest& request) const {
  return state_->curated.related(request);
}

RelationsAnswer GraphReader::relations(const RelationsRequest& request) const {
  return state_->curated.relations(request);
}

Neighbourhood GraphReader::neighbourhood(
    const NeighbourhoodRequest& request) const {
  return state_->curated.neighbourhood(request);
}

PathsAnswer GraphReader::paths(const PathsRequest& request) const {
  return state_->curated.paths(request);
}

TimelineAnswer GraphReader::timeline(const TimelineRequest& request) const {
  return state_->curated.timeline(request);
}

std::optional<EdgeHistory> GraphReader::history(const EdgeName& edge) const {
  return state_->curated.history(edge);
}

EvidenceAnswer GraphReader::evidence(const EvidenceRequest& request) const {
  return state_->curated.evidence(request);
}

GraphExport GraphReader::begin_export(const ExportFilter& filter) const {
  return GraphExport(state_->database, filter);
}

FactsAnswer GraphReader::facts(const FactsRequest& request) const {
  return state_->curated.facts(request);
}

CommunitiesAnswer GraphReader::communities(
    const CommunitiesRequest& request) const {
  return state_->curated.communities(request);
}

std::optional<Community> GraphReader::community(
    const CommunityRequest& request) const {
  return state_->curated.community(request);
}

CentralAnswer GraphReader::central(const CentralRequest& request) const {
  return state_->curated.central(request);
}

NewsAnswer GraphReader::news(const NewsRequest& request) const {
  return state_->curated.news(request);
}

std::vector<ArticleMention> GraphReader::articles(std::string_view id,
                                                  size_t offset,
                                                  size_t limit) const {
  return state_->curated.articles(id, offset, limit);
}

std::optional<text::ArticleId> GraphReader::story(text::ArticleId id) const {
  const auto bytes = state_->database.get(Column::kStories, article_key(id));
  if (!bytes) return std::nullopt;
  return decode_article_key(*bytes);
}

std::optional<text::Annotation> GraphReader::annotation(
    text::ArticleId id) const {
  return state_->curated.annotation(id);
}

std::optional<text::Annotation> GraphReader::annotation_as_read(
    text::ArticleId id) const {
  const auto bytes =
      state_->database.get(Column::kAnnotations, article_key(id));
  if (!bytes) return std::nullopt;
  return decode_annotation(*bytes).annotation;
}

std::vector<std::string> GraphReader::ids_of(std::string_view id) const {
  return state_->curated.curation().identity().ids_of(id);
}

std::vector<JudgementState> GraphReader::judgement_states() const {
  return state_->curated.states();
}

const std::vector<LedgerEntry>& GraphReader::ledger() const {
  return state_->curated.entries();
}

bool GraphReader::are_different(std::string_view one,
                                std::string_view other) const {
  return state_->curated.curation().identity().are_different(one, other);
}

bool GraphReader::needs_build() const {
  std::set<uint64_t> standing;
  for (const LedgerEntry& entry : ledger()) {
    if (!entry.undone) standing.insert(fingerprint(entry.judgement));
  }
  return standing != state_->curated.curation().built().fingerprints;
}

GraphCounts GraphReader::counts() const {
  const auto bytes = state_->database.get(Column::kMeta, "counts");
  if (!bytes) throw text::StorageError("graph", "its counts are missing");
  return state_->curated.counts(decode_counts(*bytes));
}

}  // namespace graph
