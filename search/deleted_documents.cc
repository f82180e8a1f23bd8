#include "search/deleted_documents.h"

#include <algorithm>
#include <memory>
#include <string>

#include "search/database_pool.h"
#include "search/error.h"
#include "search/schema.h"

namespace search {

namespace {

std::vector<Xapian::docid> find_documents(
    const Xapian::Database& segment, std::span<const text::ArticleId> ids) {
  std::vector<Xapian::docid> documents;
  for (const text::ArticleId id : ids) {
    const std::string term = make_id_term(id);
    documents.insert(documents.end(), segment.postlist_begin(term),
                     segment.postlist_end(term));
  }
  std::ranges::sort(documents);
  return documents;
}

}  // namespace

// The deleted documents of the one segment that Xapian matches at a time.
class DeletedDocuments::Source : public Xapian::PostingSource {
 public:
  explicit Source(const DeletedDocuments& deleted) : deleted_(deleted) {}

  PostingSource* clone() const override {
    return std::make_unique<Source>(deleted_).release();  // Xapian owns it.
  }

  void init(const Xapian::Database& segment) override {
    const auto found = deleted_.by_segment_.find(segment.get_uuid());
    documents_ = {};
    if (found != deleted_.by_segment_.end()) documents_ = found->second;
    at_ = 0;
    started_ = false;
  }

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }

  void skip_to(Xapian::docid document, double) override {
    started_ = true;
    const auto rest = documents_.subspan(at_);
    at_ += static_cast<size_t>(std::ranges::lower_bound(rest, document) -
                               rest.begin());
  }

  bool at_end() const override { return at_ == documents_.size(); }

  Xapian::docid get_docid() const override { return documents_[at_]; }

 private:
  Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(documents_.size());
  }

  const DeletedDocuments& deleted_;
  std::span<const Xapian::docid> documents_;
  size_t at_ = 0;
  bool started_ = false;
};

DeletedDocuments::DeletedDocuments(std::span<const Segment> segments) {
  const size_t count = segments.size();
  for (size_t i = 0; i < count; ++i) {
    if (segments[i].deleted.empty()) continue;
    const Xapian::Database segment = open_segment(segments[i].directory);
    const auto local = guard("segment " + segments[i].directory.string(), [&] {
      return find_documents(segment, segments[i].deleted);
    });
    for (const Xapian::docid document : local) {
      documents_.push_back(docid_in_all(document, i, count));
    }
    by_segment_[segment.get_uuid()] = local;
    ids_.insert(ids_.end(), segments[i].deleted.begin(),
                segments[i].deleted.end());
  }
  std::ranges::sort(documents_);
  std::ranges::sort(ids_);
}

bool DeletedDocuments::contains(Xapian::docid document) const {
  return std::ranges::binary_search(documents_, document);
}

bool DeletedDocuments::names(text::ArticleId id) const {
  return std::ranges::binary_search(ids_, id);
}

Xapian::Query DeletedDocuments::exclude_from(const Xapian::Query& query) const {
  if (empty()) return query;
  Source source(*this);
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query,
                       Xapian::Query(&source));
}

}  // namespace search
