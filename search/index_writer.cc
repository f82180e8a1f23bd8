#include "search/index_writer.h"

#include "search/document.h"
#include "search/error.h"
#include "search/frequent_terms.h"
#include "search/schema.h"
#include "search/suggestion_file.h"
#include "search/sync.h"

namespace search {

namespace {

// Small flushes keep Xapian's in-memory postings in cache; many more would
// merge them on disk too often (docs/search_format.md has the measurement).
constexpr int kArticlesPerFlush = 1000;

// A segment in the making is read by no one and is garbage after a crash, so
// that it may be updated in place; finish() makes it durable.
constexpr int kCreateFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                             Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

Xapian::WritableDatabase create_segment(const std::filesystem::path& path) {
  return guard("create segment " + path.string(), [&] {
    Xapian::WritableDatabase segment(path.string(), kCreateFlags);
    write_versions(segment);
    return segment;
  });
}

}  // namespace

struct SegmentWriter::State {
  std::filesystem::path directory;
  Xapian::WritableDatabase segment;
  int unflushed = 0;
};

SegmentWriter::SegmentWriter(const std::filesystem::path& directory)
    : state_(std::make_unique<State>(State{
          .directory = directory, .segment = create_segment(directory)})) {}

SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::add(const text::Article& article,
                        std::span<const std::string> entities,
                        std::span<const text::RelationType> relations) {
  guard("segment " + state_->directory.string(), [&] {
    state_->segment.add_document(make_document(article, entities, relations));
    if (++state_->unflushed < kArticlesPerFlush) return;
    state_->segment.commit();
    state_->unflushed = 0;
  });
}

void SegmentWriter::finish() {
  finish_for_merge();
  write_frequent_terms(state_->directory);
  write_suggestions(state_->directory);
  sync_directory(state_->directory);
}

void SegmentWriter::finish_for_merge() {
  guard("segment " + state_->directory.string(), [&] {
    state_->segment.commit();
    state_->segment.close();
  });
}

void merge_segments(std::span<const std::filesystem::path> segments,
                    const std::filesystem::path& output) {
  Xapian::Database all;
  for (const auto& segment : segments) all.add_database(open_segment(segment));
  guard("merge into " + output.string(), [&] { all.compact(output.string()); });
  write_frequent_terms(output);
  write_suggestions(output);
  sync_directory(output);
}

}  // namespace search
