#include "indexer/generation_writer.h"

#include <xxhash.h>

#include <algorithm>
#include <set>

#include "indexer/article_line.h"
#include "text/analysis.h"

namespace indexer {

namespace fs = std::filesystem;

namespace {

// More segments than these make every query slower than a merge costs.
constexpr size_t kMaxSegments = 8;

std::vector<std::string> entities_named(const text::Annotation& annotation) {
  std::vector<std::string> ids;
  for (const auto& mention : annotation.mentions) ids.push_back(mention.entity);
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
  return ids;
}

// Denied ones are not stated.
std::vector<text::RelationType> relations_stated(
    const text::Annotation& annotation) {
  std::set<text::RelationType> types;
  for (const auto& relation : annotation.relations) {
    if (!relation.negated) types.insert(relation.type);
  }
  return {types.begin(), types.end()};
}

std::optional<fs::path> graph_of(const fs::path& data,
                                 const generation::Generation* previous) {
  if (!previous) return std::nullopt;
  return generation::generation_path(data, previous->id()) / "graph";
}

std::string to_hex(uint64_t digest) {
  return text::to_string(text::ArticleId{digest});
}

}  // namespace

uint64_t content_digest(const text::Article& article,
                        const text::Annotation& annotation) {
  const std::string line =
      to_article_line(article) + "\n" + to_annotation_line(article, annotation);
  return XXH3_64bits(line.data(), line.size());
}

GenerationWriter::GenerationWriter(
    const fs::path& data, const generation::WriterLock& lock,
    std::shared_ptr<const generation::Generation> previous, int lanes)
    : data_(data),
      previous_(std::move(previous)),
      draft_(data, lock),
      lanes_(static_cast<size_t>(lanes)),
      graph_(draft_.graph_directory(), graph_of(data_, previous_.get())) {
  for (size_t i = 0; i < lanes_.size(); ++i) {
    lanes_[i].directory =
        draft_.search_directory() / ("lane-" + std::to_string(i));
  }
}

void GenerationWriter::add(int lane, const ReadArticle& article) {
  const text::Annotation& annotation = article.annotation.value();
  Lane& own = lanes_[static_cast<size_t>(lane)];
  if (!own.segment) {
    own.segment = std::make_unique<search::SegmentWriter>(own.directory);
  }
  own.segment->add(article.article, entities_named(annotation),
                   relations_stated(annotation));
  own.articles += 1;
  own.digest += content_digest(article.article, annotation);
  own.ids.push_back(article.article.id);
  const std::scoped_lock hold(graph_mutex_);
  graph_.add(article.article, annotation, article.entities, article.story);
}

void GenerationWriter::remove(text::ArticleId id) {
  gone_.insert(static_cast<uint64_t>(id));
  graph_.remove(id);
}

uint64_t GenerationWriter::digest_of_previous(text::ArticleId id) const {
  const auto article = previous_->index().article(id);
  const auto annotation = previous_->graph().annotation_as_read(id);
  if (!article || !annotation) return 0;
  return content_digest(*article, *annotation);
}

// Links the segments of the previous generation, less what is gone.
void GenerationWriter::keep_old_segments(generation::Manifest& manifest) {
  const auto directory = generation::generation_path(data_, previous_->id());
  for (auto entry : previous_->manifest().segments) {
    for (const uint64_t id : gone_) entry.deleted.push_back(to_hex(id));
    std::ranges::sort(entry.deleted);
    const auto repeated = std::ranges::unique(entry.deleted);
    entry.deleted.erase(repeated.begin(), repeated.end());
    draft_.link_segment(directory / "search" / entry.name);
    manifest.segments.push_back(std::move(entry));
  }
}

// Adds what is left of the previous generation to the first lane, so that one
// segment without gaps replaces many.
void GenerationWriter::rewrite_old_articles() {
  Lane& lane = lanes_.front();
  if (!lane.segment) {
    lane.segment = std::make_unique<search::SegmentWriter>(lane.directory);
  }
  for (const auto id : previous_->index().article_ids()) {
    if (gone_.contains(static_cast<uint64_t>(id))) continue;
    const auto annotation =
        previous_->graph().annotation_as_read(id).value_or(text::Annotation{});
    lane.segment->add(previous_->index().article(id).value(),
                      entities_named(annotation), relations_stated(annotation));
    lane.articles += 1;
  }
}

void GenerationWriter::write_new_segment(generation::Manifest& manifest) {
  std::vector<fs::path> parts;
  generation::SegmentEntry entry;
  entry.name = generation::to_string(draft_.id());
  for (Lane& lane : lanes_) {
    if (!lane.segment) continue;
    lane.segment->finish_for_merge();
    parts.push_back(lane.directory);
    entry.articles += lane.articles;
  }
  if (parts.empty()) return;
  search::merge_segments(parts, draft_.search_directory() / entry.name);
  for (const auto& part : parts) fs::remove_all(part);
  manifest.segments.push_back(std::move(entry));
}

// What the batch adds, before it is known what it replaces.
void GenerationWriter::count_added(generation::Manifest& manifest) {
  for (const Lane& lane : lanes_) {
    digest_ += lane.digest;
    manifest.articles += lane.articles;
    for (const auto id : lane.ids) gone_.insert(static_cast<uint64_t>(id));
  }
}

void GenerationWriter::carry_over_previous(generation::Manifest& manifest) {
  std::erase_if(gone_, [&](uint64_t id) {
    return !previous_->index().article(text::ArticleId{id});
  });
  const auto& old = previous_->manifest();
  digest_ += std::stoull(old.content_digest, nullptr, 16);
  for (const uint64_t id : gone_) {
    digest_ -= digest_of_previous(text::ArticleId{id});
  }
  manifest.articles += old.articles - gone_.size();
  if (old.segments.size() < kMaxSegments) {
    keep_old_segments(manifest);
  } else {
    rewrite_old_articles();
  }
}

generation::Manifest GenerationWriter::publish(const std::string& extraction) {
  generation::Manifest manifest;
  manifest.analysis_version = text::kAnalysisVersion;
  manifest.extraction = extraction;
  count_added(manifest);
  if (previous_) carry_over_previous(manifest);
  write_new_segment(manifest);
  manifest.content_digest = to_hex(digest_);
  const auto ledger = generation::Ledger(data_).read();
  graph_.judge(graph::standing(ledger.entries));
  manifest.judgements = ledger.lines;
  manifest.graph = graph_.finish();
  draft_.publish(manifest);
  return manifest;
}

}  // namespace indexer
