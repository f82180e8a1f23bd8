#include "graph/curated_graph.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/catalogue.h"
#include "graph/curated_edges.h"
#include "graph/curated_names.h"
#include "graph/curated_overviews.h"
#include "graph/curated_related.h"
#include "graph/curated_reports.h"
#include "graph/entity_lookup.h"
#include "graph/input_records.h"
#include "graph/judged_records.h"
#include "graph/keys.h"
#include "graph/mention_rows.h"
#include "graph/name_search.h"
#include "graph/neighbourhood.h"
#include "graph/related.h"
#include "graph/relations.h"
#include "text/error.h"

namespace graph {
namespace {

// Newest first, undated ones last.
auto recency(const ArticleMention& mention) {
  return std::tuple(~encode_time(mention.published), mention.article);
}

std::vector<ArticleMention> read_articles(const Database& database,
                                          const std::string& id, size_t offset,
                                          size_t limit) {
  std::vector<ArticleMention> mentions;
  const Catalogue& catalogue = database.catalogue();
  const auto number = catalogue.find(make_entity_key(id));
  if (!number || !find_entity(database, id)) return mentions;
  for (const MentionEntry& mention :
       read_mentions(database, *number, offset, limit)) {
    const auto& article = catalogue.article(mention.article);
    mentions.push_back({article.id, article.published, mention.mention_count});
  }
  return mentions;
}

}  // namespace

CuratedGraph::CuratedGraph(const Database& database,
                           std::vector<LedgerEntry> entries)
    : database_(database),
      entries_(std::move(entries)),
      curation_(database, entries_) {}

std::optional<EntityDetail> CuratedGraph::entity(std::string_view id) const {
  const std::string_view stands = curation_.identity().canonical(id);
  const auto curated = curation_.entities().find(stands);
  if (curated != curation_.entities().end()) return curated->second.detail;
  const auto record = find_entity(database_, stands);
  if (!record) return std::nullopt;
  return EntityDetail{summarize(*record), record->entity.aliases,
                      record->first_reported, record->last_reported,
                      record->edge_count};
}

std::vector<NamedEntity> CuratedGraph::resolve(std::string_view name,
                                               size_t limit) const {
  if (is_plain()) {
    return resolve_name(database_, curation_.identity().canonical(name), limit);
  }
  if (const auto entity = this->entity(name); entity && limit > 0) {
    return {{entity->summary, NameMatch::kExact, entity->summary.name}};
  }
  const size_t spare = curation_.part_types().size();
  return curate_names(curation_, name,
                      resolve_name(database_, name, limit + spare), limit);
}

std::vector<NamedEntity> CuratedGraph::suggest(std::string_view prefix,
                                               size_t limit) const {
  if (is_plain()) return suggest_names(database_, prefix, limit);
  const size_t spare = curation_.part_types().size();
  return curate_names(curation_, prefix,
                      suggest_names(database_, prefix, limit + spare), limit);
}

std::vector<EntitySummary> CuratedGraph::entities(
    std::optional<text::EntityType> type, size_t offset, size_t limit) const {
  if (is_plain()) return list_entities(database_, type, offset, limit);
  const size_t spare = curation_.part_types().size();
  auto listed = list_entities(database_, type, 0, offset + limit + spare);
  std::erase_if(listed, [&](const EntitySummary& entity) {
    return curation_.entity_of(entity.id) != nullptr;
  });
  for (const auto& [id, entity] : curation_.entities()) {
    if (!entity.detail) continue;
    const EntitySummary& summary = entity.detail->summary;
    if (!type || summary.type == *type) listed.push_back(summary);
  }
  std::ranges::sort(listed, {}, [](const EntitySummary& entity) {
    return std::tuple(~entity.story_count, make_entity_key(entity.id));
  });
  const auto begin = listed.begin() + static_cast<std::ptrdiff_t>(
                                          std::min(offset, listed.size()));
  listed.erase(listed.begin(), begin);
  if (listed.size() > limit) listed.resize(limit);
  return listed;
}

RelatedAnswer CuratedGraph::related(RelatedRequest request) const {
  if (is_plain()) {
    request.entity = curation_.identity().canonical(request.entity);
    return find_related(database_, request);
  }
  return find_curated_related(database_, curation_, std::move(request));
}

RelationsAnswer CuratedGraph::relations(RelationsRequest request) const {
  if (is_plain()) {
    request.entity = curation_.identity().canonical(request.entity);
    return find_relations(database_, request);
  }
  return find_curated_relations(database_, curation_, std::move(request));
}

Neighbourhood CuratedGraph::neighbourhood(NeighbourhoodRequest request) const {
  std::vector<std::string> ids;
  for (const std::string& id : request.entities) {
    std::ranges::move(curation_.parts(id), std::back_inserter(ids));
  }
  request.entities = std::move(ids);
  Neighbourhood read = find_neighbourhood(database_, request);
  return is_plain() ? read : curate_neighbourhood(curation_, read);
}

std::string CuratedGraph::stand_for(const std::string& id) const {
  return std::string(curation_.identity().canonical(id));
}

PathsAnswer CuratedGraph::paths(PathsRequest request) const {
  if (!is_plain()) {
    return find_curated_paths(database_, curation_, std::move(request));
  }
  request.from = stand_for(request.from);
  request.to = stand_for(request.to);
  return find_paths(database_, request);
}

TimelineAnswer CuratedGraph::timeline(TimelineRequest request) const {
  if (!is_plain()) {
    return find_curated_timeline(database_, curation_, request);
  }
  request.entity = stand_for(request.entity);
  if (!request.other.empty()) request.other = stand_for(request.other);
  return find_timeline(database_, request);
}

std::optional<EdgeHistory> CuratedGraph::history(EdgeName edge) const {
  if (!is_plain()) return find_curated_history(database_, curation_, edge);
  edge.source = stand_for(edge.source);
  edge.target = stand_for(edge.target);
  return find_history(database_, edge);
}

EvidenceAnswer CuratedGraph::evidence(EvidenceRequest request) const {
  if (!is_plain()) return find_curated_evidence(database_, curation_, request);
  request.edge.source = stand_for(request.edge.source);
  request.edge.target = stand_for(request.edge.target);
  return find_evidence(database_, request);
}

FactsAnswer CuratedGraph::facts(FactsRequest request) const {
  if (!is_plain()) {
    return find_curated_facts(database_, curation_, std::move(request));
  }
  request.entity = stand_for(request.entity);
  for (std::string& id : request.commodities) id = stand_for(id);
  return find_facts(database_, request);
}

CommunitiesAnswer CuratedGraph::communities(
    const CommunitiesRequest& request) const {
  CommunitiesAnswer answer = list_communities(database_, request);
  if (is_plain()) return answer;
  for (Community& community : answer.communities) {
    community = curate_community(curation_, std::move(community));
  }
  return answer;
}

std::optional<Community> CuratedGraph::community(
    CommunityRequest request) const {
  const std::vector<std::string> parts = curation_.parts(request.entity);
  if (parts.empty()) return std::nullopt;
  request.entity = parts.front();
  auto found = find_community(database_, request);
  if (!found || is_plain()) return found;
  return curate_community(curation_, *std::move(found));
}

CentralAnswer CuratedGraph::central(const CentralRequest& request) const {
  CentralAnswer answer = find_central(database_, request);
  if (is_plain()) return answer;
  return curate_central(curation_, request, std::move(answer));
}

NewsAnswer CuratedGraph::news(const NewsRequest& request) const {
  NewsAnswer answer = find_news(database_, request);
  if (is_plain()) return answer;
  return curate_news(database_, curation_, std::move(answer));
}

std::vector<ArticleMention> CuratedGraph::articles(std::string_view id,
                                                   size_t offset,
                                                   size_t limit) const {
  const std::vector<std::string> parts = curation_.parts(id);
  if (parts.size() == 1) {
    return read_articles(database_, parts.front(), offset, limit);
  }
  std::map<text::ArticleId, ArticleMention> joined;
  for (const std::string& part : parts) {
    for (const ArticleMention& mention :
         read_articles(database_, part, 0, offset + limit)) {
      const auto [known, is_new] = joined.try_emplace(mention.article, mention);
      if (!is_new) known->second.mention_count += mention.mention_count;
    }
  }
  std::vector<ArticleMention> mentions;
  for (const auto& [article, mention] : joined) mentions.push_back(mention);
  std::ranges::sort(mentions, {}, recency);
  const size_t skipped = std::min(offset, mentions.size());
  mentions.erase(mentions.begin(),
                 mentions.begin() + static_cast<std::ptrdiff_t>(skipped));
  if (mentions.size() > limit) mentions.resize(limit);
  return mentions;
}

std::optional<text::Annotation> CuratedGraph::annotation(
    text::ArticleId id) const {
  const auto article = database_.get(Column::kArticles, article_key(id));
  const auto annotation = database_.get(Column::kAnnotations, article_key(id));
  if (!article || !annotation) return std::nullopt;
  const Identity& identity = curation_.identity();
  AnnotationRecord read = decode_annotation(*annotation);
  if (identity.empty()) return std::move(read.annotation);
  JudgedRecords judged = judge(decode_article(*article), read, identity, id);
  for (text::Mention& mention : judged.annotation.annotation.mentions) {
    if (mention.entity.empty()) continue;
    if (!identity.judged_ids().contains(mention.entity)) continue;
    if (const auto known = entity(mention.entity)) {
      mention.name = known->summary.name;
      mention.type = known->summary.type;
    }
  }
  return std::move(judged.annotation.annotation);
}

GraphCounts CuratedGraph::counts(GraphCounts read) const {
  read.entities -= curation_.part_types().size();
  for (const auto& [id, entity] : curation_.entities()) {
    if (entity.detail) ++read.entities;
  }
  return read;
}

std::vector<JudgementState> CuratedGraph::states() const {
  return find_states(database_, curation_, entries_);
}

}  // namespace graph
