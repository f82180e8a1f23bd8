// The RocksDB database of one graph: column families, scans, bulk writing.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graph {

// Rises with any change of keys or values (docs/graph_format.md).
inline constexpr uint32_t kFormatVersion = 5;

// The column families, in the order of docs/graph_format.md.
enum class Column : uint8_t {
  kMeta,
  kArticles,
  kAnnotations,
  kStories,
  kNames,
  kPrefixes,
  kRanked,
  kMentions,
  kEdges,
  kNeighbours,
  kFacts,
  kReports,
  kCommunities,
  kCatalogue,
};
inline constexpr int kColumnCount = 14;

// What is kept by the number of an entity, each in a file of its own
// (graph/row_file.h).
enum class RowTable : uint8_t { kEntities, kAdjacency };
inline constexpr int kRowTableCount = 2;

std::filesystem::path row_path(const std::filesystem::path& directory,
                               RowTable table);

std::string_view to_string(Column column);

// A walk through the keys with one prefix, in order. Throws text::StorageError
// where the storage is broken. The database must outlive it.
class Scan {
 public:
  ~Scan();
  Scan(Scan&&) noexcept;
  Scan& operator=(Scan&&) noexcept;

  bool valid() const;
  std::string_view key() const;  // dies with next()
  std::string_view value() const;
  void next();
  // Begins anew with the keys of another prefix of the same column.
  void seek(std::string_view prefix);

 private:
  friend class Database;
  struct State;
  explicit Scan(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Catalogue;
enum class EntityNumber : uint32_t;

// The value of one key, where the database keeps it. The database must outlive
// it.
class Value {
 public:
  Value();
  ~Value();
  Value(Value&&) noexcept;
  Value& operator=(Value&&) noexcept;

  bool exists() const { return state_ != nullptr; }
  std::string_view bytes() const;  // only of a value that exists

 private:
  friend class Database;
  struct State;
  explicit Value(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Reading is safe for any number of threads. Everything throws
// text::StorageError.
class Database {
 public:
  // A new database in `directory`, which must not exist.
  static Database create(const std::filesystem::path& directory);
  // Never changes a file. Refuses other format versions.
  static Database open(const std::filesystem::path& directory);
  ~Database();
  Database(Database&&) noexcept;

  std::optional<std::string> get(Column column, std::string_view key) const;
  Value view(Column column, std::string_view key) const;
  // One for each key, in the same order.
  std::vector<Value> view_all(Column column,
                              const std::vector<std::string>& keys) const;
  Scan scan(Column column, std::string_view prefix) const;
  // From `start`, which begins with `prefix`.
  Scan scan(Column column, std::string_view prefix,
            std::string_view start) const;

  // The row of an entity, empty where it has none; only of a database that was
  // opened, and lives as long. Throws where there is no such number.
  std::string_view row(RowTable table, EntityNumber number) const;

  const Catalogue& catalogue() const;

  // Writes the catalogue of a new database, once.
  void keep(Catalogue catalogue);

  // Writes a few records durably.
  void put(Column column, std::string_view key, std::string_view value);

 private:
  friend class TableWriter;
  struct State;
  explicit Database(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Fills one column with keys in ascending order: table files are written
// beside the database and then taken in whole, which is far faster than
// single puts. Several threads may write parts of one column, one thread each,
// if all keys of a part come before those of the next.
class TableWriter {
 public:
  TableWriter(Database& database, Column column, size_t part = 0);
  ~TableWriter();
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  void add(std::string_view key, std::string_view value);
  // Nothing is visible before this.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace graph
