// The values of the columns that are counted from the articles
// (docs/graph_format.md).
//
// Every decode_*() throws text::StorageError where the bytes are not what the
// matching encode() writes.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity_id.h"
#include "graph/graph_reader.h"
#include "text/annotation.h"
#include "text/entity.h"

namespace graph {

class Encoder;
class Decoder;

using OptionalTime = std::optional<text::Timestamp>;

// Times as unsigned numbers that sort as the times do; 0 is unknown.
uint64_t encode_time(OptionalTime time);
OptionalTime decode_time(uint64_t number);

using TypeCounts = std::array<uint32_t, text::kEntityTypeCount>;

// The rows of RowTable::kEntities.
struct EntityRecord {
  text::Entity entity;  // aliases sorted
  uint32_t article_count = 0;
  uint32_t story_count = 0;
  uint32_t edge_count = 0;
  TypeCounts neighbour_counts{};  // by type of the neighbour
  OptionalTime first_reported;
  OptionalTime last_reported;

  bool operator==(const EntityRecord&) const = default;
};

// What all evidence of one edge adds up to.
struct EdgeRecord {
  text::Modality modality{};
  bool negated = false;
  float confidence = 0;
  uint32_t story_count = 0;
  uint32_t opposing_story_count = 0;
  OptionalTime first_reported;
  OptionalTime last_reported;

  bool operator==(const EdgeRecord&) const = default;
};

// A sentence behind an edge.
struct EvidenceRecord {
  text::ArticleId article{};
  text::ArticleId story{};  // that the article tells
  OptionalTime published;   // when the article was
  uint32_t sentence = 0;    // index into ArticleRecord::sentences
  text::Modality modality{};
  bool negated = false;
  float confidence = 0;
  std::string date;
  std::string rule;

  bool operator==(const EvidenceRecord&) const = default;
};

// A sentence of an article.
struct Sighting {
  text::ArticleId article{};
  uint32_t sentence = 0;

  bool operator==(const Sighting&) const = default;
};

// How far the direction of an edge matters from one of its ends.
enum class Side : uint8_t { kOut, kIn, kEither };

std::string encode(const EntityRecord& record);
EntityRecord decode_entity(std::string_view bytes);
// What a list shows of an encoded EntityRecord.
EntitySummary decode_summary(std::string_view bytes);
std::string encode(const GraphCounts& counts);
GraphCounts decode_counts(std::string_view bytes);

// An entity inside another record.
void append(const text::Entity& entity, Encoder& out);
text::Entity take_entity(Decoder& in);

}  // namespace graph
