// The same passages in Xapian as it comes, and in SQLite's full-text index.

#pragma once

#include <sqlite3.h>
#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

#include "bench/passages.h"
#include "text/article.h"

namespace bench {

enum class Joined : uint8_t { kAll, kAny, kPhrase };

// English stems, positions, BM25. Articles are of `passages`.
void build_xapian(std::span<const text::Article> passages,
                  const std::filesystem::path& directory);
void merge_xapian(std::span<const std::filesystem::path> parts,
                  const std::filesystem::path& directory);

class XapianPassages {
 public:
  explicit XapianPassages(const std::filesystem::path& directory)
      : database_(directory.string()) {}

  // How many of the best ten there are; their data is read.
  size_t search(const WordQuery& query, Joined joined) const;

 private:
  Xapian::Database database_;
};

// FTS5 with its Porter stemmer. Throws std::runtime_error.
class SqlitePassages {
 public:
  explicit SqlitePassages(const std::filesystem::path& file);
  ~SqlitePassages();
  SqlitePassages(const SqlitePassages&) = delete;
  SqlitePassages& operator=(const SqlitePassages&) = delete;

  void add(std::span<const text::Article> passages);

  size_t search(const WordQuery& query, Joined joined) const;

 private:
  void run(const char* sql);
  sqlite3_stmt* prepare(const char* sql) const;

  sqlite3* database_ = nullptr;
};

}  // namespace bench
