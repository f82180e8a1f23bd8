// The column `reports`: the relations that each article reads, by date
// (docs/graph_format.md).

#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/external_sorter.h"
#include "graph/input_records.h"

namespace graph {

// The newest article first, undated ones last.
struct ReportKey {
  OptionalTime published;
  text::ArticleId article{};

  bool operator==(const ReportKey&) const = default;
};

struct ReportedEdge {
  EntityId source{};
  text::RelationType type{};
  EntityId target{};

  auto operator<=>(const ReportedEdge&) const = default;
};

struct ReportRecord {
  text::ArticleId story{};
  std::vector<ReportedEdge> edges;  // ascending, each once; none denied

  bool operator==(const ReportRecord&) const = default;
};

std::string encode(const ReportKey& key);
ReportKey decode_report_key(std::string_view key);
std::string encode(const ReportRecord& record);
ReportRecord decode_report(std::string_view bytes);

// Collects the relations of all articles. Any thread may call add().
class ReportRows {
 public:
  // Sorts in files `prefix`.*
  explicit ReportRows(std::filesystem::path prefix)
      : rows_(std::move(prefix)) {}

  // `article` tells `story`.
  void add(const ReportKey& article, text::ArticleId story,
           const AnnotationRecord& annotation);

  // Fills the column; no add() after this.
  void write(Database& database);

 private:
  std::mutex mutex_;
  ExternalSorter rows_;
};

}  // namespace graph
