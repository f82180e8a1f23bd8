#include "graph/neighbour_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "graph/article_lists.h"
#include "graph/keys.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int kSideCount = 3;
constexpr uint8_t kModalityBits = 3;
constexpr uint8_t kNegated = 4;
constexpr uint8_t kOneReport = 8;
constexpr uint8_t kTypeBits = 15;
constexpr uint8_t kAssociated = 16;
constexpr uint8_t kShared = 32;
constexpr double kScoreScale = 1 << 20;
constexpr double kByteScale = std::numeric_limits<uint8_t>::max();

uint8_t to_byte(double fraction) {
  return static_cast<uint8_t>(std::lround(fraction * kByteScale));
}

uint8_t kind_of(text::RelationType type, Side side) {
  return static_cast<uint8_t>(static_cast<int>(type) * kSideCount +
                              static_cast<int>(side));
}

text::RelationType type_of_kind(uint8_t kind) {
  return static_cast<text::RelationType>(kind / kSideCount);
}

Side side_of_kind(uint8_t kind) { return static_cast<Side>(kind % kSideCount); }

uint8_t take_kind(Decoder& in) {
  return in.choice<uint8_t>(text::kRelationTypeCount * kSideCount);
}

void append(const NeighbourEdge& edge, Encoder& out) {
  const bool one_report = edge.reports.size() == 1 && edge.story_count == 1;
  out.u8(static_cast<uint8_t>(static_cast<uint8_t>(edge.modality) |
                              (edge.negated ? kNegated : 0) |
                              (one_report ? kOneReport : 0)));
  out.u8(to_byte(edge.confidence));
  if (one_report) {
    out.varint(static_cast<uint32_t>(edge.reports[0]));
  } else {
    out.varint(edge.story_count);
    append_articles(edge.reports, out);
  }
}

NeighbourEdge take_edge(uint8_t kind, Decoder& in) {
  NeighbourEdge edge;
  edge.type = type_of_kind(kind);
  edge.side = side_of_kind(kind);
  const uint8_t flags = in.choice<uint8_t>(2 * kOneReport);
  edge.modality = static_cast<text::Modality>(flags & kModalityBits);
  edge.negated = (flags & kNegated) != 0;
  edge.confidence = in.u8() / kByteScale;
  if ((flags & kOneReport) != 0) {
    edge.story_count = 1;
    edge.reports = {ArticleNumber{in.varint32()}};
  } else {
    edge.story_count = in.varint32();
    edge.reports = take_articles(in);
  }
  return edge;
}

void append(const AssociationRecord& association, Encoder& out) {
  out.f32(static_cast<float>(association.lift));
  out.f32(static_cast<float>(association.strength));
  out.u8(to_byte(association.closeness)).varint(association.story_count);
  append_articles(association.reports, out);
}

AssociationRecord take_association(Decoder& in) {
  AssociationRecord association;
  association.lift = double(in.f32());
  association.strength = double(in.f32());
  association.closeness = in.u8() / kByteScale;
  association.story_count = in.varint32();
  association.reports = take_articles(in);
  return association;
}

SharedTie take_shared(Decoder& in) {
  const uint8_t kind = take_kind(in);
  return {type_of_kind(kind), side_of_kind(kind), EntityNumber{in.varint32()}};
}

// The record with what both share, which follows its first byte.
void append(const RankedNeighbour& neighbour, Encoder& out) {
  if (neighbour.shared.empty()) {
    out.raw(neighbour.record);
    return;
  }
  Decoder record(neighbour.record);
  out.u8(static_cast<uint8_t>(record.u8() | kShared));
  out.varint(neighbour.shared.size());
  for (const SharedTie& tie : neighbour.shared) {
    out.u8(kind_of(tie.type, tie.side));
    out.varint(static_cast<uint32_t>(tie.third));
  }
  out.raw(record.rest());
}

}  // namespace

bool has_edge_of(const NeighbourHead& head, text::RelationType type) {
  return std::ranges::any_of(head.edge_kinds, [&](char kind) {
    return type_of_kind(static_cast<uint8_t>(kind)) == type;
  });
}

OptionalTime last_reported(const NeighbourEdge& edge,
                           const Catalogue& catalogue) {
  if (edge.reports.empty()) return std::nullopt;
  return catalogue.article(edge.reports.front()).published;
}

// type and flag u8, edge count, kinds u8[]; the rest with its length.
std::string encode(const NeighbourRecord& record) {
  Encoder rest;
  for (const NeighbourEdge& edge : record.edges) append(edge, rest);
  if (record.association) append(*record.association, rest);
  for (const SightingEntry& sighting : record.sightings) {
    rest.varint(static_cast<uint32_t>(sighting.article));
    rest.varint(sighting.sentence);
  }
  Encoder out;
  out.u8(static_cast<uint8_t>(static_cast<int>(record.type) |
                              (record.association ? kAssociated : 0)));
  out.varint(record.edges.size());
  for (const NeighbourEdge& edge : record.edges) {
    out.u8(kind_of(edge.type, edge.side));
  }
  return out.string(rest.bytes()).take();
}

NeighbourRecord decode_neighbour(const NeighbourHead& head) {
  Decoder in(head.rest);
  NeighbourRecord record;
  record.type = head.type;
  for (const char kind : head.edge_kinds) {
    record.edges.push_back(take_edge(static_cast<uint8_t>(kind), in));
  }
  if (head.has_association) record.association = take_association(in);
  while (!in.done()) {
    SightingEntry& sighting = record.sightings.emplace_back();
    sighting.article = ArticleNumber{in.varint32()};
    sighting.sentence = in.varint32();
  }
  Decoder shared(head.shared);
  while (!shared.done()) record.shared.push_back(take_shared(shared));
  return record;
}

void write_neighbours(EntityNumber entity,
                      const std::vector<RankedNeighbour>& neighbours,
                      TableWriter& table) {
  size_t begin = 0;
  for (uint32_t block = 0; begin < neighbours.size(); ++block) {
    const size_t end =
        std::min(neighbours.size(),
                 begin + (block == 0 ? kFirstNeighbours : kMoreNeighbours));
    Encoder out;
    out.u8(end < neighbours.size()).varint(end - begin);
    auto before = static_cast<uint32_t>(kScoreScale);
    for (; begin < end; ++begin) {
      const auto score = static_cast<uint32_t>(
          std::lround(neighbours[begin].score * kScoreScale));
      out.varint(static_cast<uint32_t>(neighbours[begin].other));
      out.varint(before - score);
      append(neighbours[begin], out);
      before = score;
    }
    table.add(number_row_key(entity, block), out.bytes());
  }
}

NeighbourScan::NeighbourScan(const Database& database, EntityNumber entity)
    : database_(database), entity_(entity) {
  read_block();
}

void NeighbourScan::next() {
  if (--left_ > 0) {
    read_head();
  } else if (has_more_) {
    read_block();
  }
}

void NeighbourScan::read_block() {
  value_ = database_.view(Column::kNeighbours, number_row_key(entity_, block_));
  if (!value_.exists()) {
    if (block_ > 0)
      throw text::StorageError("neighbours", "a block is missing");
    return;
  }
  ++block_;
  in_ = Decoder(value_.bytes());
  has_more_ = in_.flag();
  left_ = in_.count();
  score_ = static_cast<uint32_t>(kScoreScale);
  if (left_ > 0) read_head();
}

void NeighbourScan::read_head() {
  head_.other = EntityNumber{in_.varint32()};
  const uint32_t drop = in_.varint32();
  if (drop > score_) throw text::StorageError("neighbours", "out of order");
  score_ -= drop;
  head_.score = score_ / kScoreScale;
  const uint8_t flags = in_.choice<uint8_t>(2 * kShared);
  if ((flags & kTypeBits) >= text::kEntityTypeCount) {
    throw text::StorageError("neighbours", "unknown type");
  }
  head_.type = static_cast<text::EntityType>(flags & kTypeBits);
  head_.has_association = (flags & kAssociated) != 0;
  head_.shared = {};
  if ((flags & kShared) != 0) {
    uint32_t left = in_.count();
    const std::string_view begin = in_.rest();
    for (; left > 0; --left) take_shared(in_);
    head_.shared = begin.substr(0, begin.size() - in_.rest().size());
  }
  head_.edge_count = in_.count();
  head_.edge_kinds = in_.rest().substr(0, head_.edge_count);
  for (uint32_t i = 0; i < head_.edge_count; ++i) take_kind(in_);
  head_.rest = in_.string();
}

std::optional<NeighbourRecord> find_neighbour(const Database& database,
                                              EntityNumber entity,
                                              EntityNumber other,
                                              size_t limit) {
  size_t seen = 0;
  for (NeighbourScan scan(database, entity); scan.valid() && seen < limit;
       scan.next(), ++seen) {
    if (scan.head().other == other) return decode_neighbour(scan.head());
  }
  return std::nullopt;
}

}  // namespace graph
