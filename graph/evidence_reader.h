// Sentences to show for an edge, or for two entities named together.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/catalogue.h"
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

  // The sentence of an article that shows two entities best: one that names
  // both, else one that names `second`; nothing where none does.
  std::optional<Evidence> of_article(text::ArticleId article, EntityId first,
                                     EntityId second);

  // Reads articles in one go that are needed later.
  void read_ahead(std::vector<ArticleNumber> articles);

  // A sentence that names `first`, `second` or both, all of them marked.
  Evidence of_sighting(const Sighting& sighting, EntityId first,
                       EntityId second);

 private:
  struct Article {
    Value value;
    ArticleHead head;  // of `value`
  };

  const ArticleHead& article(text::ArticleId id);
  const ArticleHead& keep(text::ArticleId id, Value value);

  const Database& database_;
  std::map<text::ArticleId, Article> articles_;
};

}  // namespace graph
