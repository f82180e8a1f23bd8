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

// What a borrower has to itself.
struct Handles {
  Xapian::Database all;  // the segments as one database
  std::vector<Xapian::Database> segments;
};

// What Xapian calls a document of one of `segments` when it opens them as one.
inline Xapian::docid docid_in_all(Xapian::docid document, size_t segment,
                                  size_t segments) {
  return static_cast<Xapian::docid>((document - 1) * segments + segment + 1);
}

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
    return borrow_handles(
        what, [&](const Handles& handles) { return work(handles.all); });
  }

  // The same for work that needs the segments one by one as well.
  template <typename Work>
  auto borrow_handles(std::string_view what, Work&& work) {
    Handles handles = take();
    auto result = guard(what, [&] { return work(handles); });
    give_back(std::move(handles));
    return result;
  }

 private:
  Handles take();
  void give_back(Handles handles);
  Handles open() const;

  std::vector<std::filesystem::path> segments_;
  std::mutex mutex_;
  std::vector<Handles> idle_;
};

}  // namespace search
