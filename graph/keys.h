// The keys of the column families (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/entity_id.h"
#include "graph/graph_reader.h"
#include "graph/records.h"
#include "text/article_id.h"

namespace graph {

// `articles`, `annotations`, `stories`
std::string article_key(text::ArticleId id);
text::ArticleId decode_article_key(std::string_view key);

// `entities`, and the prefix of all other keys that begin with an entity.
std::string entity_key(EntityId id);

// `names`: by folded name; the most reported entity first under one name.
struct NameKey {
  std::string folded;
  NameMatch match{};  // kExact: canonical name; kAlias; kWord: a later word on
  uint32_t story_count = 0;
  EntityId entity{};
};
std::string encode(const NameKey& key);
NameKey decode_name_key(std::string_view key);

// `ranked`: the most reported entity of a type first.
struct RankedKey {
  text::EntityType type{};
  uint32_t story_count = 0;
  EntityId entity{};
};
std::string encode(const RankedKey& key);
RankedKey decode_ranked_key(std::string_view key);
std::string ranked_prefix(text::EntityType type);

// `mentions`: the newest article of an entity first, undated ones last.
struct MentionKey {
  EntityId entity{};
  OptionalTime published;
  text::ArticleId article{};
};
std::string encode(const MentionKey& key);
MentionKey decode_mention_key(std::string_view key);

// `edges`: the strongest edge first. Strengths are 0..1.
struct EdgeKey {
  EntityId entity{};
  Side side{};
  double strength = 0;
  text::RelationType type{};
  EntityId other{};
};
std::string encode(const EdgeKey& key);
EdgeKey decode_edge_key(std::string_view key);
std::string edge_prefix(EntityId entity, Side side);

// `evidence`: the best evidence of an edge has rank 0.
struct EvidenceKey {
  EntityId source{};
  text::RelationType type{};
  EntityId target{};
  uint32_t rank = 0;
};
std::string encode(const EvidenceKey& key);
// The prefix that the evidence of one edge shares.
std::string evidence_prefix(const EvidenceKey& key);

// `neighbours`: the closest first. Scores are 0..1.
struct NeighbourKey {
  EntityId entity{};
  double score = 0;
  EntityId other{};
};
std::string encode(const NeighbourKey& key);
NeighbourKey decode_neighbour_key(std::string_view key);

}  // namespace graph
