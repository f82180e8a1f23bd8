// The column `facts`: quantities by whom they are said of, in the order of
// their series (docs/graph_format.md).

#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "graph/database.h"
#include "graph/entity_id.h"
#include "graph/external_sorter.h"
#include "graph/input_records.h"

namespace graph {

// Series of one subject are adjacent, and their points ordered by date.
struct FactKey {
  EntityId subject{};  // the entity, or the commodity
  std::string measure;
  EntityId entity{};
  std::optional<EntityId> commodity;
  std::string unit;
  std::string date;  // stated, else the day of the article; may be empty
  text::ArticleId article{};
  uint32_t number = 0;  // among the facts of the article

  bool operator==(const FactKey&) const = default;
};

struct FactRecord {
  double value = 0;
  bool date_is_stated = false;
  uint32_t sentence = 0;  // index into ArticleRecord::sentences
  text::Span quantity;    // bytes of the sentence; empty if it lies elsewhere

  bool operator==(const FactRecord&) const = default;
};

std::string encode(const FactKey& key);
FactKey decode_fact_key(std::string_view key);
std::string encode(const FactRecord& record);
FactRecord decode_fact(std::string_view bytes);

// Collects the facts of all articles. Any thread may call add().
class FactRows {
 public:
  // Sorts in files `prefix`.*
  explicit FactRows(std::filesystem::path prefix) : rows_(std::move(prefix)) {}

  void add(text::ArticleId id, const ArticleRecord& article,
           const AnnotationRecord& annotation);

  // Fills the column; no add() after this.
  void write(Database& database);

 private:
  std::mutex mutex_;
  ExternalSorter rows_;
};

}  // namespace graph
