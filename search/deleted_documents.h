// The articles of a generation's segments that later batches replaced.

#pragma once

#include <xapian.h>

#include <span>
#include <unordered_map>
#include <vector>

#include "search/index_reader.h"
#include "text/article_id.h"

namespace search {

// Immutable; safe for any number of threads. Docids of all segments opened as
// one database interleave: that is how Xapian numbers them.
class DeletedDocuments {
 public:
  // Throws StorageError if a segment can't be read.
  explicit DeletedDocuments(std::span<const Segment> segments);

  bool empty() const { return documents_.empty(); }

  // `document` is a docid of all segments opened as one.
  bool contains(Xapian::docid document) const;

  // Docids of all segments opened as one, ascending.
  const std::vector<Xapian::docid>& documents() const { return documents_; }

  // True if the article was deleted from some segment; another may have it.
  bool names(text::ArticleId id) const;

  // `query` without the deleted articles. It borrows this object.
  Xapian::Query exclude_from(const Xapian::Query& query) const;

 private:
  class Source;

  // By Xapian's unique id of the segment; ascending docids of that segment.
  std::unordered_map<std::string, std::vector<Xapian::docid>> by_segment_;
  std::vector<Xapian::docid> documents_;
  std::vector<text::ArticleId> ids_;  // ascending
};

}  // namespace search
