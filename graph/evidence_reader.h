// Sentences to show for an edge, or for two entities named together.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/input_records.h"
#include "graph/keys.h"

namespace graph {

// The public ids of an edge's ends.
struct EdgeEnds {
  std::string_view source;
  std::string_view target;
};

// The ends of an edge between `entity` and `other`, `side` as seen from
// `entity`. Symmetric edges are kept with the smaller id as source.
EdgeEnds orient(Side side, std::string_view entity, std::string_view other);

// Keeps the articles that it has read, so that several sentences of one
// article cost one read. Made for one request, used by one thread; the
// database must outlive it.
class EvidenceReader {
 public:
  explicit EvidenceReader(const Database& database) : database_(database) {}

  // At most `limit` pieces of evidence of one edge, best first.
  std::vector<Evidence> of_edge(const EvidenceKey& edge, size_t limit);

  // One piece of evidence, in which both ends of its edge are marked.
  Evidence of_record(const EvidenceRecord& record, EntityId source,
                     EntityId target);

  // A sentence that names `first`, `second` or both, all of them marked.
  Evidence of_sighting(const Sighting& sighting, EntityId first,
                       EntityId second);

 private:
  struct Article {
    Value value;
    ArticleHead head;  // of `value`
  };

  const ArticleHead& article(text::ArticleId id);

  const Database& database_;
  std::map<text::ArticleId, Article> articles_;
};

}  // namespace graph
