#include "graph/joined_evidence.h"

#include <algorithm>

#include "graph/edge_scan.h"
#include "graph/edge_summary.h"
#include "graph/edge_view.h"
#include "graph/entity_lookup.h"

namespace graph {
namespace {

std::optional<EntitySummary> shown_as(const Database& database,
                                      const Curation& curation,
                                      const std::string& id) {
  const auto parts = curation.parts(id);
  if (parts.empty()) return std::nullopt;
  const auto record = find_entity(database, parts.front());
  if (!record) return std::nullopt;
  return curation.show(summarize(*record));
}

}  // namespace

JoinedEvidence::JoinedEvidence(const Database& database,
                               const Curation& curation, const EdgeName& name,
                               const Period& period)
    : reader_(database) {
  const auto source = shown_as(database, curation, name.source);
  const auto target = shown_as(database, curation, name.target);
  if (!source || !target || source->id == target->id) return;
  for (const std::string& from : curation.parts(source->id)) {
    for (const std::string& to : curation.parts(target->id)) {
      const bool turn = text::is_symmetric(name.type) && to < from;
      const EvidenceKey key = {make_entity_key(turn ? to : from), name.type,
                               make_entity_key(turn ? from : to)};
      read_part(database, curation.edge(name.type, from, to), key, period);
    }
  }
  if (records_.empty()) return;
  EdgeSummary told = summarize_edge(std::move(records_));
  records_ = std::move(told.evidence);
  edge_ = make_edge(name.type, told.edge);
  const bool turned = text::is_symmetric(name.type) && target->id < source->id;
  edge_->source = turned ? *target : *source;
  edge_->target = turned ? *source : *target;
}

void JoinedEvidence::read_part(const Database& database,
                               const CuratedEdge* curated,
                               const EvidenceKey& key, const Period& period) {
  auto read = read_evidence(database, key, kReportsRead + 1);
  if (!read.empty()) ++parts_;
  if (read.size() > kReportsRead) {
    is_cut_ = true;
    read.pop_back();
  }
  for (EvidenceRecord& record : read) {
    const bool is_rejected =
        curated != nullptr &&
        std::ranges::find(curated->rejected, record) != curated->rejected.end();
    if (is_rejected || !period.contains(record.published)) continue;
    keys_.try_emplace({record.article, record.sentence}, key);
    records_.push_back(std::move(record));
  }
}

Evidence JoinedEvidence::show(const EvidenceRecord& record) {
  const EvidenceKey& key = keys_.at({record.article, record.sentence});
  return reader_.of_record(record, key.source, key.target);
}

}  // namespace graph
