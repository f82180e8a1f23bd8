#include "graph/records.h"

#include "graph/encoding.h"

namespace graph {
namespace {

constexpr uint64_t kTimeBias = uint64_t{1} << 62;
constexpr int kModalityCount = 4;
constexpr int kSideCount = 3;

void append_edge(const EdgeRecord& edge, Encoder& out) {
  out.u8(static_cast<uint8_t>(edge.modality)).u8(edge.negated);
  out.f32(edge.confidence).varint(edge.story_count);
  out.varint(edge.opposing_story_count);
  out.u64(encode_time(edge.first_reported));
  out.u64(encode_time(edge.last_reported));
}

EdgeRecord take_edge(Decoder& in) {
  EdgeRecord edge;
  edge.modality = in.choice<text::Modality>(kModalityCount);
  edge.negated = in.flag();
  edge.confidence = in.f32();
  edge.story_count = in.varint32();
  edge.opposing_story_count = in.varint32();
  edge.first_reported = decode_time(in.u64());
  edge.last_reported = decode_time(in.u64());
  return edge;
}

}  // namespace

uint64_t encode_time(OptionalTime time) {
  if (!time) return 0;
  return kTimeBias + static_cast<uint64_t>(static_cast<int64_t>(*time));
}

OptionalTime decode_time(uint64_t number) {
  if (number == 0) return std::nullopt;
  return text::Timestamp{static_cast<int64_t>(number - kTimeBias)};
}

void append(const text::Entity& entity, Encoder& out) {
  out.string(entity.id).u8(static_cast<uint8_t>(entity.type));
  out.string(entity.name).varint(entity.aliases.size());
  for (const std::string& alias : entity.aliases) out.string(alias);
}

text::Entity take_entity(Decoder& in) {
  text::Entity entity;
  entity.id = in.string();
  entity.type = in.choice<text::EntityType>(text::kEntityTypeCount);
  entity.name = in.string();
  entity.aliases.resize(in.count());
  for (std::string& alias : entity.aliases) alias = in.string();
  return entity;
}

std::string encode(const EntityRecord& record) {
  Encoder out;
  append(record.entity, out);
  out.varint(record.article_count).varint(record.story_count);
  out.varint(record.edge_count);
  for (const uint32_t count : record.neighbour_counts) out.varint(count);
  out.u64(encode_time(record.first_reported));
  out.u64(encode_time(record.last_reported));
  return out.take();
}

EntityRecord decode_entity(std::string_view bytes) {
  Decoder in(bytes);
  EntityRecord record;
  record.entity = take_entity(in);
  record.article_count = in.varint32();
  record.story_count = in.varint32();
  record.edge_count = in.varint32();
  for (uint32_t& count : record.neighbour_counts) count = in.varint32();
  record.first_reported = decode_time(in.u64());
  record.last_reported = decode_time(in.u64());
  in.expect_end();
  return record;
}

EntitySummary decode_summary(std::string_view bytes) {
  Decoder in(bytes);
  EntitySummary summary;
  summary.id = in.string();
  summary.type = in.choice<text::EntityType>(text::kEntityTypeCount);
  summary.name = in.string();
  for (uint32_t aliases = in.count(); aliases > 0; --aliases) in.string();
  summary.article_count = in.varint32();
  summary.story_count = in.varint32();
  return summary;
}

uint32_t decode_edge_count(std::string_view bytes) {
  Decoder in(bytes);
  in.string();  // id
  in.u8();      // type
  in.string();  // name
  for (uint32_t aliases = in.count(); aliases > 0; --aliases) in.string();
  in.varint32();  // articles
  in.varint32();  // stories
  return in.varint32();
}

std::string encode(const EdgeRecord& record) {
  Encoder out;
  append_edge(record, out);
  return out.take();
}

EdgeRecord decode_edge(std::string_view bytes) {
  Decoder in(bytes);
  const EdgeRecord record = take_edge(in);
  in.expect_end();
  return record;
}

std::string encode(const EvidenceRecord& record) {
  Encoder out;
  out.id(record.article).id(record.story).u64(encode_time(record.published));
  out.varint(record.sentence);
  out.u8(static_cast<uint8_t>(record.modality)).u8(record.negated);
  out.f32(record.confidence).string(record.date).string(record.rule);
  return out.take();
}

EvidenceRecord decode_evidence(std::string_view bytes) {
  Decoder in(bytes);
  EvidenceRecord record;
  record.article = in.id<text::ArticleId>();
  record.story = in.id<text::ArticleId>();
  record.published = decode_time(in.u64());
  record.sentence = in.varint32();
  record.modality = in.choice<text::Modality>(kModalityCount);
  record.negated = in.flag();
  record.confidence = in.f32();
  record.date = in.string();
  record.rule = in.string();
  in.expect_end();
  return record;
}

std::string encode(const NeighbourRecord& record) {
  Encoder out;
  out.u8(static_cast<uint8_t>(record.type)).varint(record.edges.size());
  for (const NeighbourEdge& edge : record.edges) {
    out.u8(static_cast<uint8_t>(edge.type)).u8(static_cast<uint8_t>(edge.side));
    append_edge(edge.edge, out);
  }
  out.u8(record.association.has_value());
  if (record.association) {
    out.f64(record.association->lift).varint(record.association->story_count);
    out.f64(record.association_strength);
  }
  out.varint(record.sightings.size());
  for (const Sighting& sighting : record.sightings) {
    out.id(sighting.article).varint(sighting.sentence);
  }
  return out.take();
}

NeighbourRecord decode_neighbour(std::string_view bytes) {
  Decoder in(bytes);
  NeighbourRecord record;
  record.type = in.choice<text::EntityType>(text::kEntityTypeCount);
  record.edges.resize(in.count());
  for (NeighbourEdge& edge : record.edges) {
    edge.type = in.choice<text::RelationType>(text::kRelationTypeCount);
    edge.side = in.choice<Side>(kSideCount);
    edge.edge = take_edge(in);
  }
  if (in.flag()) {
    record.association.emplace();
    record.association->lift = in.f64();
    record.association->story_count = in.varint32();
    record.association_strength = in.f64();
  }
  record.sightings.resize(in.count());
  for (Sighting& sighting : record.sightings) {
    sighting.article = in.id<text::ArticleId>();
    sighting.sentence = in.varint32();
  }
  in.expect_end();
  return record;
}

NeighbourHead decode_neighbour_head(std::string_view bytes) {
  Decoder in(bytes);
  const auto type = in.choice<text::EntityType>(text::kEntityTypeCount);
  return {type, in.count()};
}

std::string encode(const GraphCounts& counts) {
  Encoder out;
  out.varint(counts.articles).varint(counts.stories).varint(counts.entities);
  out.varint(counts.edges).varint(counts.evidence).varint(counts.facts);
  out.varint(counts.mentions);
  return out.take();
}

GraphCounts decode_counts(std::string_view bytes) {
  Decoder in(bytes);
  GraphCounts counts;
  counts.articles = in.varint();
  counts.stories = in.varint();
  counts.entities = in.varint();
  counts.edges = in.varint();
  counts.evidence = in.varint();
  counts.facts = in.varint();
  counts.mentions = in.varint();
  in.expect_end();
  return counts;
}

}  // namespace graph
