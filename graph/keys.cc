#include "graph/keys.h"

#include <cmath>
#include <limits>

#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int kNameMatchCount = 4;
constexpr int kSideCount = 3;
constexpr double kScale = std::numeric_limits<uint32_t>::max();

// 0..1 as a number that sorts the greatest first.
uint32_t descending(double fraction) {
  return ~static_cast<uint32_t>(std::llround(fraction * kScale));
}

double from_descending(uint32_t number) { return ~number / kScale; }

}  // namespace

std::string article_key(text::ArticleId id) { return Encoder().id(id).take(); }

text::ArticleId decode_article_key(std::string_view key) {
  return text::ArticleId{Decoder(key).u64()};
}

std::string entity_key(EntityId id) { return Encoder().id(id).take(); }

std::string encode(const NameKey& key) {
  Encoder out;
  out.raw(key.folded).u8(0).u8(static_cast<uint8_t>(key.match));
  out.u32(~key.story_count).id(key.entity);
  return out.take();
}

NameKey decode_name_key(std::string_view key) {
  const size_t end = key.find('\0');
  if (end == key.npos) throw text::StorageError("names", "a key has no end");
  NameKey name;
  name.folded = key.substr(0, end);
  Decoder in(key.substr(end + 1));
  name.match = in.choice<NameMatch>(kNameMatchCount);
  name.story_count = ~in.u32();
  name.entity = in.id<EntityId>();
  return name;
}

std::string encode(const RankedKey& key) {
  Encoder out;
  out.u8(static_cast<uint8_t>(key.type)).u32(~key.story_count);
  out.id(key.entity);
  return out.take();
}

RankedKey decode_ranked_key(std::string_view key) {
  Decoder in(key);
  RankedKey ranked;
  ranked.type = in.choice<text::EntityType>(text::kEntityTypeCount);
  ranked.story_count = ~in.u32();
  ranked.entity = in.id<EntityId>();
  return ranked;
}

std::string ranked_prefix(text::EntityType type) {
  return Encoder().u8(static_cast<uint8_t>(type)).take();
}

std::string encode(const MentionKey& key) {
  Encoder out;
  out.id(key.entity).u64(~encode_time(key.published));
  out.id(key.article);
  return out.take();
}

MentionKey decode_mention_key(std::string_view key) {
  Decoder in(key);
  MentionKey mention;
  mention.entity = in.id<EntityId>();
  mention.published = decode_time(~in.u64());
  mention.article = in.id<text::ArticleId>();
  return mention;
}

std::string encode(const EdgeKey& key) {
  Encoder out;
  out.raw(edge_prefix(key.entity, key.side)).u32(descending(key.strength));
  out.u8(static_cast<uint8_t>(key.type)).id(key.other);
  return out.take();
}

EdgeKey decode_edge_key(std::string_view key) {
  Decoder in(key);
  EdgeKey edge;
  edge.entity = in.id<EntityId>();
  edge.side = in.choice<Side>(kSideCount);
  edge.strength = from_descending(in.u32());
  edge.type = in.choice<text::RelationType>(text::kRelationTypeCount);
  edge.other = in.id<EntityId>();
  return edge;
}

std::string edge_prefix(EntityId entity, Side side) {
  Encoder out;
  out.id(entity).u8(static_cast<uint8_t>(side));
  return out.take();
}

std::string encode(const EvidenceKey& key) {
  return Encoder().raw(evidence_prefix(key)).u32(key.rank).take();
}

std::string evidence_prefix(const EvidenceKey& key) {
  Encoder out;
  out.id(key.source).u8(static_cast<uint8_t>(key.type));
  out.id(key.target);
  return out.take();
}

std::string encode(const NeighbourKey& key) {
  Encoder out;
  out.id(key.entity).u32(descending(key.score));
  out.id(key.other);
  return out.take();
}

NeighbourKey decode_neighbour_key(std::string_view key) {
  Decoder in(key);
  NeighbourKey neighbour;
  neighbour.entity = in.id<EntityId>();
  neighbour.score = from_descending(in.u32());
  neighbour.other = in.id<EntityId>();
  return neighbour;
}

}  // namespace graph
