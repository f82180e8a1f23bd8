#include "graph/records.h"

#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr uint64_t kTimeBias = uint64_t{1} << 62;

constexpr uint8_t kTypeBits = 15;
constexpr uint8_t kPlainId = 16;
constexpr uint8_t kDated = 32;

// The id that most names give: in small ASCII letters, with hyphens for spaces.
std::string plain_id(text::EntityType type, std::string_view name) {
  const std::string_view prefix = text::to_string(type);
  std::string id;
  id.reserve(prefix.size() + 1 + name.size());
  id.append(prefix).push_back(':');
  for (const char c : name) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    id.push_back(c == ' ' ? '-' : is_capital ? static_cast<char>(c + 32) : c);
  }
  return id;
}

// Numbers of any sign as varints take them: 0, -1, 1, -2, ...
uint64_t to_unsigned(int64_t value) {
  return static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63);
}

int64_t to_signed(uint64_t value) {
  return static_cast<int64_t>(value >> 1 ^ (~(value & 1) + 1));
}

// What an entity's row begins with.
struct EntityHead {
  EntitySummary summary;
  bool dated = false;
};

EntityHead take_head(Decoder& in) {
  EntityHead head;
  const uint8_t flags = in.choice<uint8_t>(2 * kDated);
  const auto type = static_cast<int>(flags & kTypeBits);
  if (type >= text::kEntityTypeCount) {
    throw text::StorageError("entities", "unknown type");
  }
  head.dated = (flags & kDated) != 0;
  EntitySummary& summary = head.summary;
  summary.type = static_cast<text::EntityType>(type);
  if ((flags & kPlainId) == 0) summary.id = in.string();
  summary.name = in.string();
  if ((flags & kPlainId) != 0)
    summary.id = plain_id(summary.type, summary.name);
  summary.article_count = in.varint32();
  summary.story_count = in.varint32();
  return head;
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
  const text::Entity& entity = record.entity;
  const bool has_plain_id = entity.id == plain_id(entity.type, entity.name);
  const bool dated = record.first_reported && record.last_reported;
  Encoder out;
  out.u8(static_cast<uint8_t>(static_cast<int>(entity.type) |
                              (has_plain_id ? kPlainId : 0) |
                              (dated ? kDated : 0)));
  if (!has_plain_id) out.string(entity.id);
  out.string(entity.name);
  out.varint(record.article_count).varint(record.story_count);
  out.varint(record.edge_count).varint(entity.aliases.size());
  for (const std::string& alias : entity.aliases) out.string(alias);
  for (const uint32_t count : record.neighbour_counts) out.varint(count);
  if (!dated) return out.take();
  const auto first = static_cast<int64_t>(*record.first_reported);
  const auto last = static_cast<int64_t>(*record.last_reported);
  out.varint(to_unsigned(first));
  out.varint(static_cast<uint64_t>(last) - static_cast<uint64_t>(first));
  return out.take();
}

EntityRecord decode_entity(std::string_view bytes) {
  Decoder in(bytes);
  EntityRecord record;
  auto [summary, dated] = take_head(in);
  record.entity.id = std::move(summary.id);
  record.entity.type = summary.type;
  record.entity.name = std::move(summary.name);
  record.article_count = summary.article_count;
  record.story_count = summary.story_count;
  record.edge_count = in.varint32();
  record.entity.aliases.resize(in.count());
  for (std::string& alias : record.entity.aliases) alias = in.string();
  for (uint32_t& count : record.neighbour_counts) count = in.varint32();
  if (dated) {
    const auto first = static_cast<uint64_t>(to_signed(in.varint()));
    const uint64_t last = first + in.varint();
    record.first_reported = text::Timestamp{static_cast<int64_t>(first)};
    record.last_reported = text::Timestamp{static_cast<int64_t>(last)};
  }
  in.expect_end();
  return record;
}

EntitySummary decode_summary(std::string_view bytes) {
  Decoder in(bytes);
  return take_head(in).summary;
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
