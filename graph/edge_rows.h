// The column `edges`: each edge once, with its evidence (docs/graph_format.md).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"
#include "graph/database.h"
#include "graph/records.h"

namespace graph {

// All edges of two entities are adjacent.
struct EdgeRowKey {
  EntityNumber first{};  // the smaller number
  EntityNumber second{};
  text::RelationType type{};
  Side side{};  // as `first` sees it

  auto operator<=>(const EdgeRowKey&) const = default;
};

// The key of an edge between `one`, which sees it on `side`, and `other`.
EdgeRowKey edge_row_key(EntityNumber one, EntityNumber other,
                        text::RelationType type, Side side);

// As the other end sees it.
Side seen_from_other_end(Side side);

// The evidence of an edge is kept in rows of at most so many pieces.
inline constexpr size_t kEdgeChunk = 64;

// What the key of chunk `chunk` is; 0 is the first.
std::string encode(const EdgeRowKey& key, uint32_t chunk);
EdgeRowKey decode_edge_row_key(std::string_view key);

struct EvidenceEntry {
  ArticleNumber article{};
  uint32_t sentence = 0;  // index into ArticleRecord::sentences
  text::Modality modality{};
  bool negated = false;
  float confidence = 0;
  std::string_view date;
  std::string_view rule;
};

class EdgeRowWriter {
 public:
  // `table` fills Column::kEdges; both must outlive it.
  EdgeRowWriter(const Catalogue& catalogue, TableWriter& table)
      : catalogue_(catalogue), table_(table) {}

  // Keys ascending; `evidence` best first, not empty.
  void add(const EdgeRowKey& key, const EdgeRecord& edge,
           const std::vector<EvidenceEntry>& evidence);

 private:
  const Catalogue& catalogue_;
  TableWriter& table_;
};

// What an edge adds up to, of the value of its first chunk.
EdgeRecord decode_edge_row(std::string_view value, const Catalogue& catalogue);

struct NumberedEvidence {
  ArticleNumber article{};
  EvidenceRecord record;
};

struct EvidencedEdge {
  EdgeRecord edge;
  std::vector<NumberedEvidence> evidence;  // best first
};

// Edges with the best `limit` pieces of their evidence; up to kEdgeChunk cost
// no more than one. One for each key, in the same order.
std::vector<EvidencedEdge> read_edges(const Database& database,
                                      const std::vector<EdgeRowKey>& keys,
                                      size_t limit);

// The best `limit` pieces of the evidence of an edge, best first.
std::vector<EvidenceRecord> read_evidence(const Database& database,
                                          const EdgeRowKey& key, size_t limit);

}  // namespace graph
