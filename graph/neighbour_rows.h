// The column `neighbours`: what is related to each entity, in the order in
// which it is listed (docs/graph_format.md).

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/encoding.h"
#include "graph/records.h"

namespace graph {

// What a list needs of one edge.
struct NeighbourEdge {
  text::RelationType type{};
  Side side{};  // as the entity sees it
  text::Modality modality{};
  bool negated = false;
  double confidence = 0;  // 0..1, in steps of 1 / 255
  uint32_t story_count = 0;
  std::vector<ArticleNumber> reports;  // articles of its evidence, newest first

  bool operator==(const NeighbourEdge&) const = default;
};

// How the stories that name both tie them.
struct AssociationRecord {
  double lift = 0;
  uint32_t story_count = 0;
  double strength = 0;   // 0..1 (docs/ranking.md)
  double closeness = 0;  // 0..1, in steps of 1 / 255
  // Articles that name both, newest first.
  std::vector<ArticleNumber> reports;

  bool operator==(const AssociationRecord&) const = default;
};

// The sentence of an article that shows a neighbour best.
struct SightingEntry {
  ArticleNumber article{};
  uint32_t sentence = 0;

  bool operator==(const SightingEntry&) const = default;
};

// Third entities to which both have an edge of one type and direction.
struct SharedTie {
  text::RelationType type{};
  Side side{};  // as the entity sees it
  EntityNumber third{};

  bool operator==(const SharedTie&) const = default;
};

// Everything that ties an entity to another one.
struct NeighbourRecord {
  text::EntityType type{};           // of the other entity
  std::vector<NeighbourEdge> edges;  // strongest first
  std::optional<AssociationRecord> association;
  std::vector<SightingEntry> sightings;  // of both together, best first
  std::vector<SharedTie> shared;         // most telling first

  bool operator==(const NeighbourRecord&) const = default;
};

// What can be told of a row without reading all of it.
struct NeighbourHead {
  EntityNumber other{};
  double score = 0;  // 0..1, in steps of 2^-20
  text::EntityType type{};
  bool has_association = false;
  uint32_t edge_count = 0;
  std::string_view edge_kinds;  // encoded; dies with the row
  std::string_view shared;      // the same
  std::string_view rest;        // the same
};

bool has_edge_of(const NeighbourHead& head, text::RelationType type);

// When the newest article of the edge's evidence was published.
OptionalTime last_reported(const NeighbourEdge& edge,
                           const Catalogue& catalogue);

// The whole row of a head.
NeighbourRecord decode_neighbour(const NeighbourHead& head);

// A record without its place in a list and without what both share.
std::string encode(const NeighbourRecord& record);

struct RankedNeighbour {
  EntityNumber other{};
  double score = 0;
  std::string_view record;  // encoded
  std::span<const SharedTie> shared = {};
};

// Rows of the first block of an entity, which its first pages come from, and
// of all others.
inline constexpr size_t kFirstNeighbours = 32;
inline constexpr size_t kMoreNeighbours = 256;

// Writes the neighbours of one entity, ordered by score; entities ascending.
void write_neighbours(EntityNumber entity,
                      const std::vector<RankedNeighbour>& neighbours,
                      TableWriter& table);

// A walk through the neighbours of an entity, the closest first. Made for one
// request, used by one thread; the database must outlive it.
class NeighbourScan {
 public:
  NeighbourScan(const Database& database, EntityNumber entity);

  bool valid() const { return left_ > 0; }
  const NeighbourHead& head() const { return head_; }  // dies with next()
  void next();

 private:
  void read_block();
  void read_head();

  const Database& database_;
  EntityNumber entity_;
  uint32_t block_ = 0;
  bool has_more_ = true;
  uint32_t left_ = 0;  // rows of the block, the current one among them
  uint32_t score_ = 0;
  Value value_;
  Decoder in_{""};
  NeighbourHead head_;
};

// The row of one neighbour among the closest `limit`.
std::optional<NeighbourRecord> find_neighbour(const Database& database,
                                              EntityNumber entity,
                                              EntityNumber other, size_t limit);

}  // namespace graph
