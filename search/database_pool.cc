#include "search/database_pool.h"

#include "search/schema.h"

namespace search {

DatabasePool::DatabasePool(std::vector<std::filesystem::path> segments)
    : segments_(std::move(segments)) {
  idle_.push_back(open());
}

Handles DatabasePool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      Handles handles = std::move(idle_.back());
      idle_.pop_back();
      return handles;
    }
  }
  return open();
}

void DatabasePool::give_back(Handles handles) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(handles));
}

Handles DatabasePool::open() const {
  Handles handles;
  for (const auto& segment : segments_) {
    handles.segments.push_back(open_segment(segment));
    handles.all.add_database(handles.segments.back());
  }
  return handles;
}

}  // namespace search
