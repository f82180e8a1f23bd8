// Writes articles into Xapian segments (docs/search_format.md).

#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "text/article.h"
#include "text/entity.h"

namespace search {

// Writes one segment. Used by one thread; several writers, each with its own
// directory, may work side by side. A segment that was not finished is garbage.
class SegmentWriter {
 public:
  // Creates `directory`, which must not exist. Throws StorageError.
  explicit SegmentWriter(const std::filesystem::path& directory);
  ~SegmentWriter();
  SegmentWriter(const SegmentWriter&) = delete;
  SegmentWriter& operator=(const SegmentWriter&) = delete;

  // Adds `article`, found also by the entity ids in `entities`, by their types
  // and by `relations` (both without repetition). An article id may be added
  // once. Throws StorageError.
  void add(const text::Article& article, std::span<const std::string> entities,
           std::span<const text::RelationType> relations = {});

  // Writes everything to disk and closes the segment; no add() after this.
  void finish();

  // The same for a segment that merge_segments() takes and no one reads:
  // without what the merge makes anew.
  void finish_for_merge();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Merges finished segments into one new compacted segment, in the given order.
// Throws StorageError.
void merge_segments(std::span<const std::filesystem::path> segments,
                    const std::filesystem::path& output);

}  // namespace search
