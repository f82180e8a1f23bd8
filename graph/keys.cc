#include "graph/keys.h"

#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int kNameMatchCount = 4;

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

std::string number_row_key(EntityNumber entity, uint32_t row) {
  return Encoder().u32(static_cast<uint32_t>(entity)).u32(row).take();
}

}  // namespace graph
