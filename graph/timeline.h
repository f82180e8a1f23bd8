// What was reported of an entity when. Nothing is retired: what was denied
// later stays beside its denial.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/edge_history.h"
#include "graph/graph_reader.h"
#include "graph/period.h"

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

TimelineAnswer find_timeline(const Database& database,
                             const TimelineRequest& request);

}  // namespace graph
