#include "search/database_pool.h"

#include "search/schema.h"

namespace search {

DatabasePool::DatabasePool(std::vector<std::filesystem::path> segments)
    : segments_(std::move(segments)) {
  idle_.push_back(open());
}

Xapian::Database DatabasePool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      Xapian::Database database = std::move(idle_.back());
      idle_.pop_back();
      return database;
    }
  }
  return open();
}

void DatabasePool::give_back(Xapian::Database database) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(database));
}

Xapian::Database DatabasePool::open() const {
  Xapian::Database all;
  for (const auto& segment : segments_) all.add_database(open_segment(segment));
  return all;
}

}  // namespace search
