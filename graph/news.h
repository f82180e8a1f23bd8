// What an archive brought that was new.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/graph_reader.h"
#include "graph/period.h"

namespace graph {

class Database;

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
  // There are so many articles that only the newest were looked at.
  bool is_cut = false;
};

NewsAnswer find_news(const Database& database, const NewsRequest& request);

}  // namespace graph
