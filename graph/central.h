// Who and what a period turned on, and what it brought that was new.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"

namespace graph {

class Database;

struct CentralEntity {
  EntitySummary entity;
  double score = 0;          // PageRank in the period; all sum to 1
  uint32_t story_count = 0;  // that state a relation of it in the period
  uint32_t edge_count = 0;   // different relations of it in the period
};

struct CentralRequest {
  Period period = {};
  std::vector<text::EntityType> types = {};  // empty: any
  uint32_t limit = 20;
};

struct CentralAnswer {
  std::vector<CentralEntity> entities;  // most central first
  uint64_t articles = 0;                // of the period
  // Only every so many-th article was counted: the period has too many.
  uint32_t sampled = 1;
};

CentralAnswer find_central(const Database& database,
                           const CentralRequest& request);

struct NewEntity {
  EntitySummary entity;
  std::optional<text::Timestamp> first_reported;
};

inline constexpr uint32_t kMaxNewDays = 31;

struct NewsRequest {
  uint32_t days = 7;  // 1..kMaxNewDays
  uint32_t offset = 0;
  uint32_t limit = 20;  // of each kind
};

// What was first reported in the last days of the archive.
struct NewsAnswer {
  Period period;                    // whole days, the last one with an article
  std::vector<NewEntity> entities;  // most reported first
  uint64_t entity_total = 0;
  std::vector<Edge> edges;  // strongest first, with a sentence
  uint64_t edge_total = 0;
};

NewsAnswer find_news(const Database& database, const NewsRequest& request);

}  // namespace graph
