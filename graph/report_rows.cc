#include "graph/report_rows.h"

#include <algorithm>

#include "graph/encoding.h"
#include "graph/records.h"
#include "text/error.h"

namespace graph {
namespace {

std::vector<EntityId> entities_of(const std::vector<ReportedEdge>& edges) {
  std::vector<EntityId> entities;
  for (const ReportedEdge& edge : edges) {
    entities.insert(entities.end(), {edge.source, edge.target});
  }
  std::ranges::sort(entities);
  const auto repeated = std::ranges::unique(entities);
  entities.erase(repeated.begin(), repeated.end());
  return entities;
}

uint64_t index_of(EntityId entity, const std::vector<EntityId>& entities) {
  return static_cast<uint64_t>(std::ranges::lower_bound(entities, entity) -
                               entities.begin());
}

EntityId at(const std::vector<EntityId>& entities, uint32_t index) {
  if (index >= entities.size()) {
    throw text::StorageError("reports", "an entity is missing");
  }
  return entities[index];
}

}  // namespace

std::string encode(const ReportKey& key) {
  Encoder out;
  out.u64(~encode_time(key.published)).id(key.article);
  return out.take();
}

ReportKey decode_report_key(std::string_view key) {
  Decoder in(key);
  ReportKey report;
  report.published = decode_time(~in.u64());
  report.article = in.id<text::ArticleId>();
  return report;
}

std::string encode(const ReportRecord& record) {
  const std::vector<EntityId> entities = entities_of(record.edges);
  Encoder out;
  out.id(record.story).varint(entities.size());
  for (const EntityId entity : entities) out.id(entity);
  out.varint(record.edges.size());
  for (const ReportedEdge& edge : record.edges) {
    out.varint(index_of(edge.source, entities));
    out.u8(static_cast<uint8_t>(edge.type));
    out.varint(index_of(edge.target, entities));
  }
  return out.take();
}

ReportRecord decode_report(std::string_view bytes) {
  Decoder in(bytes);
  ReportRecord record;
  record.story = in.id<text::ArticleId>();
  std::vector<EntityId> entities(in.count());
  for (EntityId& entity : entities) entity = in.id<EntityId>();
  record.edges.resize(in.count());
  for (ReportedEdge& edge : record.edges) {
    edge.source = at(entities, in.varint32());
    edge.type = in.choice<text::RelationType>(text::kRelationTypeCount);
    edge.target = at(entities, in.varint32());
  }
  in.expect_end();
  return record;
}

void ReportRows::add(const ReportKey& article, text::ArticleId story,
                     const AnnotationRecord& annotation) {
  ReportRecord record;
  record.story = story;
  for (const text::Relation& relation : annotation.annotation.relations) {
    if (relation.negated || relation.source.empty() ||
        relation.target.empty() || relation.source == relation.target) {
      continue;
    }
    const bool turn =
        text::is_symmetric(relation.type) && relation.target < relation.source;
    const auto& source = turn ? relation.target : relation.source;
    const auto& target = turn ? relation.source : relation.target;
    record.edges.push_back(
        {make_entity_key(source), relation.type, make_entity_key(target)});
  }
  std::ranges::sort(record.edges);
  const auto repeated = std::ranges::unique(record.edges);
  record.edges.erase(repeated.begin(), repeated.end());
  const std::string key = encode(article);
  const std::string value = encode(record);
  const std::scoped_lock lock(mutex_);
  rows_.add(key, value);
}

void ReportRows::write(Database& database) {
  rows_.sort();
  TableWriter table(database, Column::kReports);
  for (; rows_.valid(); rows_.next()) table.add(rows_.key(), rows_.value());
  table.finish();
}

}  // namespace graph
