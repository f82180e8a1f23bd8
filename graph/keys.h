// The keys of the column families (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/catalogue.h"
#include "graph/entity_id.h"
#include "graph/graph_reader.h"
#include "graph/records.h"
#include "text/article_id.h"

namespace graph {

// `articles`, `annotations`, `stories`
std::string article_key(text::ArticleId id);
text::ArticleId decode_article_key(std::string_view key);

// What all keys that begin with an entity begin with.
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

// `mentions`, `neighbours`: the rows of an entity in order.
std::string number_row_key(EntityNumber entity, uint32_t row);

// An edge as seen from one of its ends. Strengths are 0..1.
struct EdgeKey {
  EntityId entity{};
  Side side{};
  double strength = 0;
  text::RelationType type{};
  EntityId other{};
};

// Which edge evidence is of; symmetric ones have the smaller public id as
// source.
struct EvidenceKey {
  EntityId source{};
  text::RelationType type{};
  EntityId target{};
};

}  // namespace graph
