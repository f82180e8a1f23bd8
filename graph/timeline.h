// What was reported of an entity when. Nothing is retired: what was denied
// later stays beside its denial.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/edge_history.h"
#include "graph/graph_reader.h"
#include "graph/keys.h"
#include "graph/period.h"
#include "graph/records.h"

namespace graph {

class Database;

// What one article says of one edge.
struct Event {
  text::RelationType type{};
  EntitySummary source;
  EntitySummary target;
  text::ArticleId story{};  // reprints tell the same one
  Evidence evidence;        // the article's best; tells date and modality
};

enum class TimeOrder : uint8_t { kNewestFirst, kOldestFirst };

struct TimelineRequest {
  std::string entity;                              // public id
  std::vector<text::RelationType> relations = {};  // empty: any
  std::string other = {};  // public id: only edges with this entity
  Period period = {};
  TimeOrder order = TimeOrder::kNewestFirst;
  uint32_t offset = 0;
  uint32_t limit = 20;
};

struct TimelineAnswer {
  std::vector<Event> events;  // undated ones last, in an open period only
  uint64_t total = 0;
  // Only the strongest of very many edges were read: there are more events.
  bool is_cut = false;
};

// One article's best evidence of one edge, seen from the entity.
struct Report {
  EdgeKey edge;
  EvidenceRecord evidence;
};

struct Reports {
  std::vector<Report> reports;
  bool is_cut = false;
};

// All that `request` asks for, in no order, whatever its page. `entity` and
// `request.other` are ids of the graph.
Reports read_reports(const Database& database, const EntitySummary& entity,
                     const TimelineRequest& request);

// True where `one` comes before `other`.
bool comes_before(const Report& one, const Report& other, TimeOrder order);

// Where the evidence of a report is kept.
EvidenceKey evidence_key(const EdgeKey& edge, const EntitySummary& entity,
                         const EntitySummary& other);

TimelineAnswer find_timeline(const Database& database,
                             const TimelineRequest& request);

}  // namespace graph
