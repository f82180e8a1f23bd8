#include "graph/records.h"

#include "graph/encoding.h"

namespace graph {
namespace {

constexpr uint64_t kTimeBias = uint64_t{1} << 62;

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
