#include "indexer/index_archives.h"

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>
#include <unordered_set>

#include "indexer/article_line.h"
#include "indexer/article_spool.h"
#include "indexer/generation_writer.h"
#include "indexer/lane_threads.h"
#include "indexer/readings.h"

namespace indexer {

namespace {

using generation::Generation;

std::shared_ptr<const Generation> open_previous(
    const std::filesystem::path& data) {
  if (!generation::current_generation(data)) return nullptr;
  return generation::open_current(data);
}

int thread_count(int asked) {
  if (asked > 0) return asked;
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

// One batch on its way into the next generation.
class Batch {
 public:
  Batch(const IndexOptions& options, const extract::Extractor& extractor,
        std::shared_ptr<const Generation> previous, GenerationWriter& writer)
      : extractor_(extractor),
        previous_(std::move(previous)),
        same_extraction_(previous_ && previous_->manifest().extraction ==
                                          extractor.fingerprint()),
        writer_(writer),
        briefs_(options.data),
        titles_(options.data),
        lanes_(thread_count(options.reading.threads),
               [this](int lane, ReadArticle a) { index(lane, std::move(a)); }) {
  }

  // Briefs wait for the articles that they may be teasers of, and titles for
  // briefs.
  void add(ReadArticle read) {
    const bool waits = read.article.kind == text::ArticleKind::kBrief &&
                       !read.annotation && !read.story;
    if (waits) {
      (read.article.body.empty() ? titles_ : briefs_).add(read.article);
    } else {
      add_first(std::move(read));
    }
  }

  // Waits for every lane; rethrows what one of them threw.
  void finish() {
    for (ArticleSpool* waiting : {&briefs_, &titles_}) {
      waiting->drain([this](text::Article brief) {
        add_first({std::move(brief), {}, {}});
      });
    }
    lanes_.finish();
  }

  void report(IndexReport& report) const {
    report.added = added_;
    report.replaced = replaced_;
    report.unchanged = unchanged_;
    report.repeated = repeated_;
  }

 private:
  // Of the readings of one article the first is taken.
  void add_first(ReadArticle read) {
    const auto id = static_cast<uint64_t>(read.article.id);
    if (met_.insert(id).second) {
      lanes_.add(std::move(read));
    } else {
      ++repeated_;
    }
  }

  // Called by one thread per lane.
  void index(int lane, ReadArticle read) {
    const auto old =
        previous_ ? previous_->index().article(read.article.id) : std::nullopt;
    if (old && !read.annotation) complete(read.article, *old);
    if (old && (is_unchanged(*old, read) || says_less(read, *old))) {
      ++unchanged_;
      return;
    }
    if (!read.annotation) {
      auto extraction = extractor_.extract(read.article);
      read.annotation = std::move(extraction.annotation);
      // What names nobody known is nothing to look up by.
      std::erase_if(read.annotation->mentions,
                    [](const text::Mention& m) { return m.entity.empty(); });
      read.entities = std::move(extraction.entities);
    }
    writer_.add(lane, read);
    ++(old ? replaced_ : added_);
  }

  bool is_unchanged(const text::Article& old, const ReadArticle& read) const {
    if (to_article_line(old) != to_article_line(read.article)) return false;
    if (!read.annotation) return same_extraction_;
    return previous_->graph().annotation_as_read(old.id) == read.annotation;
  }

  const extract::Extractor& extractor_;
  std::shared_ptr<const Generation> previous_;
  bool same_extraction_;
  GenerationWriter& writer_;
  ArticleSpool briefs_;
  ArticleSpool titles_;  // without text
  std::unordered_set<uint64_t> met_;
  uint64_t repeated_ = 0;
  std::atomic<uint64_t> added_ = 0;
  std::atomic<uint64_t> replaced_ = 0;
  std::atomic<uint64_t> unchanged_ = 0;
  LaneThreads lanes_;  // Last: its threads use what stands above.
};

ReadSink sink_of(const IndexOptions& options, Batch& batch, IndexReport& report,
                 Progress& progress) {
  return {.on_article =
              [&](ReadArticle article) {
                if (article.article.body.empty()) ++report.without_text;
                batch.add(std::move(article));
                progress.add_articles(1);
              },
          .on_reject =
              [&](const Reject& reject) {
                ++report.rejected;
                progress.clear();
                if (options.on_reject) options.on_reject(reject);
              },
          .on_bytes = [&](uint64_t bytes) { progress.add_bytes(bytes); },
          .on_skipped = [&](const std::string& what,
                            uint64_t count) { report.skipped[what] += count; }};
}

void describe(const generation::Manifest& manifest, IndexReport& report) {
  report.articles = manifest.articles;
  report.entities = manifest.graph.entities;
  report.edges = manifest.graph.edges;
}

}  // namespace

IndexReport index_archives(const IndexOptions& options,
                           const extract::Extractor& extractor,
                           Progress& progress) {
  // Of what is read again, nobody knows how much there is.
  const uint64_t bytes = options.reading.only ? 0 : total_bytes(options.paths);
  const generation::WriterLock lock(options.data);
  const auto current = options.rebuild ? nullptr : open_previous(options.data);
  const int threads = thread_count(options.reading.threads);
  GenerationWriter writer(options.data, lock, current, threads);
  Batch batch(options, extractor, current, writer);

  IndexReport report;
  progress.begin("reading", bytes);
  read_articles(options.paths, options.reading,
                sink_of(options, batch, report, progress));
  batch.finish();
  batch.report(report);
  const bool needs_build = current && current->graph().needs_build();
  if (report.added + report.replaced == 0 && !needs_build) {
    if (current) {
      report.generation = generation::to_string(current->id());
      describe(current->manifest(), report);
    }
    progress.finish();
    return report;
  }
  progress.begin("publishing", 0);
  describe(writer.publish(extractor.fingerprint()), report);
  report.generation = generation::to_string(writer.id());
  progress.finish();
  return report;
}

std::optional<std::string> rebuild_graph(const std::filesystem::path& data) {
  const generation::WriterLock lock(data);
  const auto previous = generation::open_current(data);
  if (!previous->graph().needs_build()) return std::nullopt;
  GenerationWriter writer(data, lock, previous, 1);
  writer.publish(previous->manifest().extraction);
  return generation::to_string(writer.id());
}

RemovalReport remove_articles(const std::filesystem::path& data,
                              const std::vector<text::ArticleId>& ids) {
  const generation::WriterLock lock(data);
  const auto previous = generation::open_current(data);
  GenerationWriter writer(data, lock, previous, 1);
  RemovalReport report;
  for (const auto id : std::set(ids.begin(), ids.end())) {
    if (previous->index().article(id)) {
      writer.remove(id);
      ++report.removed;
    } else {
      report.unknown.push_back(id);
    }
  }
  if (report.removed > 0) writer.publish(previous->manifest().extraction);
  return report;
}

}  // namespace indexer
