#include "graph/graph_reader.h"

#include "graph/catalogue.h"
#include "graph/central.h"
#include "graph/communities.h"
#include "graph/database.h"
#include "graph/edge_history.h"
#include "graph/encoding.h"
#include "graph/entity_lookup.h"
#include "graph/export.h"
#include "graph/facts.h"
#include "graph/input_records.h"
#include "graph/keys.h"
#include "graph/mention_rows.h"
#include "graph/name_search.h"
#include "graph/neighbourhood.h"
#include "graph/news.h"
#include "graph/paths.h"
#include "graph/records.h"
#include "graph/related.h"
#include "graph/relations.h"
#include "graph/timeline.h"
#include "text/error.h"

namespace graph {

struct GraphReader::State {
  Database database;
};

GraphReader::GraphReader(const std::filesystem::path& directory)
    : state_(new State{Database::open(directory)}) {}

GraphReader::~GraphReader() = default;

std::optional<EntityDetail> GraphReader::entity(std::string_view id) const {
  const auto record = find_entity(state_->database, id);
  if (!record) return std::nullopt;
  return EntityDetail{summarize(*record), record->entity.aliases,
                      record->first_reported, record->last_reported,
                      record->edge_count};
}

std::vector<NamedEntity> GraphReader::resolve(std::string_view name,
                                              size_t limit) const {
  return resolve_name(state_->database, name, limit);
}

std::vector<NamedEntity> GraphReader::suggest(std::string_view prefix,
                                              size_t limit) const {
  return suggest_names(state_->database, prefix, limit);
}

std::vector<EntitySummary> GraphReader::entities(
    std::optional<text::EntityType> type, size_t offset, size_t limit) const {
  return list_entities(state_->database, type, offset, limit);
}

RelatedAnswer GraphReader::related(const RelatedRequest& request) const {
  return find_related(state_->database, request);
}

RelationsAnswer GraphReader::relations(const RelationsRequest& request) const {
  return find_relations(state_->database, request);
}

Neighbourhood GraphReader::neighbourhood(
    const NeighbourhoodRequest& request) const {
  return find_neighbourhood(state_->database, request);
}

PathsAnswer GraphReader::paths(const PathsRequest& request) const {
  return find_paths(state_->database, request);
}

TimelineAnswer GraphReader::timeline(const TimelineRequest& request) const {
  return find_timeline(state_->database, request);
}

std::optional<EdgeHistory> GraphReader::history(const EdgeName& edge) const {
  return find_history(state_->database, edge);
}

EvidenceAnswer GraphReader::evidence(const EvidenceRequest& request) const {
  return find_evidence(state_->database, request);
}

GraphExport GraphReader::begin_export(const ExportFilter& filter) const {
  return GraphExport(state_->database, filter);
}

FactsAnswer GraphReader::facts(const FactsRequest& request) const {
  return find_facts(state_->database, request);
}

CommunitiesAnswer GraphReader::communities(
    const CommunitiesRequest& request) const {
  return list_communities(state_->database, request);
}

std::optional<Community> GraphReader::community(
    const CommunityRequest& request) const {
  return find_community(state_->database, request);
}

CentralAnswer GraphReader::central(const CentralRequest& request) const {
  return find_central(state_->database, request);
}

NewsAnswer GraphReader::news(const NewsRequest& request) const {
  return find_news(state_->database, request);
}

std::vector<ArticleMention> GraphReader::articles(std::string_view id,
                                                  size_t offset,
                                                  size_t limit) const {
  std::vector<ArticleMention> mentions;
  const Database& database = state_->database;
  const auto number = database.catalogue().find(make_entity_key(id));
  if (!number || !find_entity(database, id)) return mentions;
  for (const MentionEntry& mention :
       read_mentions(database, *number, offset, limit)) {
    const auto& article = database.catalogue().article(mention.article);
    mentions.push_back({article.id, article.published, mention.mention_count});
  }
  return mentions;
}

std::optional<text::ArticleId> GraphReader::story(text::ArticleId id) const {
  const auto bytes = state_->database.get(Column::kStories, article_key(id));
  if (!bytes) return std::nullopt;
  return decode_article_key(*bytes);
}

std::optional<text::Annotation> GraphReader::annotation(
    text::ArticleId id) const {
  const auto bytes =
      state_->database.get(Column::kAnnotations, article_key(id));
  if (!bytes) return std::nullopt;
  return decode_annotation(*bytes).annotation;
}

GraphCounts GraphReader::counts() const {
  const auto bytes = state_->database.get(Column::kMeta, "counts");
  if (!bytes) throw text::StorageError("graph", "its counts are missing");
  return decode_counts(*bytes);
}

}  // namespace graph
