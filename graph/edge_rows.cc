#include "graph/edge_rows.h"

#include <algorithm>
#include <optional>

#include "graph/encoding.h"
#include "text/error.h"

namespace graph {
namespace {

constexpr int kModalityCount = 4;
constexpr int kSideCount = 3;
constexpr uint8_t kModalityBits = 3;
constexpr uint8_t kNegated = 4;
constexpr uint8_t kDated = 8;

uint8_t flags_of(text::Modality modality, bool negated, bool dated) {
  return static_cast<uint8_t>(static_cast<uint8_t>(modality) |
                              (negated ? kNegated : 0) | (dated ? kDated : 0));
}

void append(const EvidenceEntry& entry, Encoder& out) {
  out.u8(flags_of(entry.modality, entry.negated, !entry.date.empty()));
  out.f32(entry.confidence).varint(entry.sentence);
  out.varint(static_cast<uint32_t>(entry.article)).string(entry.rule);
  if (!entry.date.empty()) out.string(entry.date);
}

EvidenceEntry take_entry(Decoder& in) {
  EvidenceEntry entry;
  const uint8_t flags = in.choice<uint8_t>(2 * kDated);
  entry.modality = static_cast<text::Modality>(flags & kModalityBits);
  entry.negated = (flags & kNegated) != 0;
  entry.confidence = in.f32();
  entry.sentence = in.varint32();
  entry.article = ArticleNumber{in.varint32()};
  entry.rule = in.string();
  if ((flags & kDated) != 0) entry.date = in.string();
  return entry;
}

void append(const EdgeRecord& edge, Encoder& out) {
  const bool dated = edge.first_reported && edge.last_reported;
  out.u8(flags_of(edge.modality, edge.negated, dated)).f32(edge.confidence);
  out.varint(edge.story_count).varint(edge.opposing_story_count);
  if (!dated) return;
  out.u64(encode_time(edge.first_reported));
  out.varint(static_cast<uint64_t>(*edge.last_reported) -
             static_cast<uint64_t>(*edge.first_reported));
}

EdgeRecord take_edge(Decoder& in) {
  EdgeRecord edge;
  const uint8_t flags = in.choice<uint8_t>(2 * kDated);
  edge.modality = static_cast<text::Modality>(flags & kModalityBits);
  edge.negated = (flags & kNegated) != 0;
  edge.confidence = in.f32();
  edge.story_count = in.varint32();
  edge.opposing_story_count = in.varint32();
  if ((flags & kDated) == 0) return edge;
  edge.first_reported = decode_time(in.u64());
  if (!edge.first_reported) throw text::StorageError("edges", "no time");
  edge.last_reported = text::Timestamp{static_cast<int64_t>(
      static_cast<uint64_t>(*edge.first_reported) + in.varint())};
  return edge;
}

// What one piece of evidence alone adds up to.
EdgeRecord edge_of(const EvidenceEntry& entry, const Catalogue& catalogue) {
  EdgeRecord edge;
  edge.modality = entry.modality;
  edge.negated = entry.negated;
  edge.confidence = entry.confidence;
  edge.story_count = 1;
  edge.first_reported = edge.last_reported =
      catalogue.article(entry.article).published;
  return edge;
}

EvidenceRecord record_of(const EvidenceEntry& entry,
                         const Catalogue& catalogue) {
  const Catalogue::Article& article = catalogue.article(entry.article);
  EvidenceRecord record;
  record.article = article.id;
  record.story = catalogue.story_id(entry.article);
  record.published = article.published;
  record.sentence = entry.sentence;
  record.modality = entry.modality;
  record.negated = entry.negated;
  record.confidence = entry.confidence;
  record.date = entry.date;
  record.rule = entry.rule;
  return record;
}

}  // namespace

Side seen_from_other_end(Side side) {
  if (side == Side::kOut) return Side::kIn;
  return side == Side::kIn ? Side::kOut : side;
}

EdgeRowKey edge_row_key(EntityNumber one, EntityNumber other,
                        text::RelationType type, Side side) {
  if (one < other) return {one, other, type, side};
  return {other, one, type, seen_from_other_end(side)};
}

std::string encode(const EdgeRowKey& key, uint32_t chunk) {
  Encoder out;
  out.u32(static_cast<uint32_t>(key.first));
  out.u32(static_cast<uint32_t>(key.second));
  out.u8(static_cast<uint8_t>(key.type)).u8(static_cast<uint8_t>(key.side));
  out.u32(chunk);
  return out.take();
}

EdgeRowKey decode_edge_row_key(std::string_view key) {
  Decoder in(key);
  EdgeRowKey row;
  row.first = EntityNumber{in.u32()};
  row.second = EntityNumber{in.u32()};
  row.type = in.choice<text::RelationType>(text::kRelationTypeCount);
  row.side = in.choice<Side>(kSideCount);
  return row;
}

void EdgeRowWriter::add(const EdgeRowKey& key, const EdgeRecord& edge,
                        const std::vector<EvidenceEntry>& evidence) {
  Encoder out;
  out.varint(evidence.size());
  if (evidence.size() > 1) append(edge, out);
  uint32_t chunk = 0;
  for (size_t i = 0; i < evidence.size(); ++i) {
    if (i > 0 && i % kEdgeChunk == 0) {
      table_.add(encode(key, chunk++), out.take());
      out = Encoder();
    }
    append(evidence[i], out);
  }
  table_.add(encode(key, chunk), out.bytes());
}

EdgeRecord decode_edge_row(std::string_view value, const Catalogue& catalogue) {
  Decoder in(value);
  if (in.varint() > 1) return take_edge(in);
  return edge_of(take_entry(in), catalogue);
}

namespace {

// The best `limit` pieces of evidence of an edge whose first chunk is `first`.
std::vector<NumberedEvidence> read_entries(const Database& database,
                                           const EdgeRowKey& key,
                                           std::string_view first,
                                           size_t limit) {
  const Catalogue& catalogue = database.catalogue();
  std::vector<NumberedEvidence> all;
  Decoder in(first);
  const uint64_t count = in.varint();
  if (count > 1) take_edge(in);
  const size_t end = std::min<uint64_t>(limit, count);
  std::optional<std::string> later;
  for (uint32_t chunk = 1; all.size() < end; ++chunk) {
    while (!in.done() && all.size() < end) {
      const EvidenceEntry entry = take_entry(in);
      all.push_back({entry.article, record_of(entry, catalogue)});
    }
    if (all.size() == end) break;
    later = database.get(Column::kEdges, encode(key, chunk));
    if (!later) {
      throw text::StorageError("edges", "evidence of an edge is missing");
    }
    in = Decoder(*later);
  }
  return all;
}

}  // namespace

std::vector<EvidencedEdge> read_edges(const Database& database,
                                      const std::vector<EdgeRowKey>& keys,
                                      size_t limit) {
  const Catalogue& catalogue = database.catalogue();
  std::vector<std::string> encoded;
  encoded.reserve(keys.size());
  for (const EdgeRowKey& key : keys) encoded.push_back(encode(key, 0));
  std::vector<EvidencedEdge> all;
  all.reserve(keys.size());
  for (const Value& value : database.view_all(Column::kEdges, encoded)) {
    if (!value.exists())
      throw text::StorageError("edges", "an edge is missing");
    EvidencedEdge& told = all.emplace_back();
    told.edge = decode_edge_row(value.bytes(), catalogue);
    told.evidence =
        read_entries(database, keys[all.size() - 1], value.bytes(), limit);
  }
  return all;
}

std::vector<EvidenceRecord> read_evidence(const Database& database,
                                          const EdgeRowKey& key, size_t limit) {
  std::vector<EvidenceRecord> all;
  const auto first = database.get(Column::kEdges, encode(key, 0));
  if (!first) return all;
  for (auto& entry : read_entries(database, key, *first, limit)) {
    all.push_back(std::move(entry.record));
  }
  return all;
}

}  // namespace graph
