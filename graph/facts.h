// Quantities said of an entity or a commodity, as series through time.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"

namespace graph {

class Database;

// What one sentence says.
struct FactPoint {
  double value = 0;
  // The time spoken of as the sentence gives it (`2028`, `2025-12`), else the
  // day on which the article was published; empty where neither is known.
  std::string date;
  bool date_is_stated = false;
  // Another article gives another value for the same date.
  bool disputed = false;
  Evidence evidence;
  text::Span quantity;  // bytes of evidence.sentence: the number's own words
};

// Quantities that can be compared: of one entity, measure, commodity and unit.
struct FactSeries {
  EntitySummary entity;
  std::string measure;  // `capacity`, `price`, ...
  std::optional<EntitySummary> commodity;
  std::string unit;
  std::vector<FactPoint> points;  // oldest date first, the newest kPointsShown
  uint32_t point_count = 0;       // in the period, shown or not
  bool disputed = false;          // one of the points is
};

inline constexpr size_t kPointsShown = 200;

struct FactsRequest {
  // Public id: facts said of this entity, and, if it is a commodity, those
  // that others have of it (a mine's capacity).
  std::string entity;
  std::vector<std::string> measures = {};     // empty: any
  std::vector<std::string> commodities = {};  // public ids; empty: any or none
  Period period = {};                         // of the points' dates
  uint32_t offset = 0;                        // in series
  uint32_t limit = 20;
};

struct FactsAnswer {
  std::vector<FactSeries> series;  // those with most points first
  uint64_t total = 0;              // series
  // So many facts are told that the rest was left out.
  bool is_cut = false;
};

FactsAnswer find_facts(const Database& database, const FactsRequest& request);

}  // namespace graph
