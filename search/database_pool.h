// Xapian handles of the segments of one generation.

#pragma once

#include <xapian.h>

#include <filesystem>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "search/error.h"

namespace search {

// A Xapian handle serves one thread at a time, so each call borrows one; there
// are as many as there were calls at once. Safe for any number of threads.
class DatabasePool {
 public:
  // Throws StorageError if a segment is missing, damaged or of another format.
  explicit DatabasePool(std::vector<std::filesystem::path> segments);

  // What `work` returns for a handle of all segments as one database. A
  // Xapian::Error in it becomes a StorageError about `what`, and that handle is
  // not used again.
  template <typename Work>
  auto borrow(std::string_view what, Work&& work) {
    Xapian::Database database = take();
    auto result = guard(what, [&] { return work(database); });
    give_back(std::move(database));
    return result;
  }

 private:
  Xapian::Database take();
  void give_back(Xapian::Database database);
  Xapian::Database open() const;

  std::vector<std::filesystem::path> segments_;
  std::mutex mutex_;
  std::vector<Xapian::Database> idle_;
};

}  // namespace search
