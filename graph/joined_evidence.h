// What was said of an edge that merged entities have under several ids.

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "graph/curation.h"
#include "graph/database.h"
#include "graph/edge_history.h"
#include "graph/evidence_reader.h"
#include "graph/keys.h"
#include "graph/period.h"

namespace graph {

// All that the edges of the graph tell which are shown as one, without what was
// rejected: the same as after a build. At most kReportsRead of each are read.
class JoinedEvidence {
 public:
  // `name` is as shown. Only what was published in `period` counts.
  JoinedEvidence(const Database& database, const Curation& curation,
                 const EdgeName& name, const Period& period = {});

  // Nothing where an end is hidden, both are one, or nothing is told.
  const std::optional<Edge>& edge() const { return edge_; }
  // Best first.
  const std::vector<EvidenceRecord>& records() const { return records_; }
  bool is_cut() const { return is_cut_; }
  // How many edges of the graph tell it.
  size_t part_count() const { return parts_; }

  Evidence show(const EvidenceRecord& record);

 private:
  using Sentence = std::pair<text::ArticleId, uint32_t>;

  void read_part(const Database& database, const CuratedEdge* curated,
                 const EvidenceKey& key, const Period& period);

  EvidenceReader reader_;
  std::optional<Edge> edge_;
  std::vector<EvidenceRecord> records_;
  std::map<Sentence, EvidenceKey> keys_;  // the first part that has it
  size_t parts_ = 0;
  bool is_cut_ = false;
};

}  // namespace graph
