#include "exchange/graph_exporter.h"

#include <utility>

#include "text/error.h"

namespace exchange {

GraphExporter::GraphExporter(
    std::shared_ptr<const generation::Generation> generation,
    const ExportRequest& request)
    : generation_(std::move(generation)),
      head_{to_string(generation_->id()), generation_->manifest().created,
            request.filter},
      writer_(make_writer(request.format, request.table)),
      walk_(generation_->graph().begin_export(request.filter)) {}

std::string GraphExporter::next_part() {
  std::string part;
  while (part.size() < kPartBytes && stage_ != Stage::kDone) part += step();
  return part;
}

// Text of the next thing, which may be none.
std::string GraphExporter::step() {
  switch (stage_) {
    case Stage::kBegin:
      stage_ = Stage::kEntities;
      return writer_->begin(head_);
    case Stage::kEntities:
      return next_entity();
    case Stage::kEdges:
      return next_edge();
    case Stage::kArticles:
      return next_article();
    case Stage::kEnd:
      stage_ = Stage::kDone;
      return writer_->end(counts_);
    case Stage::kDone:
      break;
  }
  return {};
}

std::string GraphExporter::next_entity() {
  if (writer_->wanted().entities) {
    if (const auto entity = walk_.next_entity()) {
      ++counts_.entities;
      return writer_->entity(*entity);
    }
  }
  stage_ = Stage::kEdges;
  return writer_->begin_edges();
}

std::string GraphExporter::next_edge() {
  // Which edges are confident enough decides what articles tell.
  const bool decides =
      writer_->wanted().articles && head_.filter.min_confidence > 0;
  if (writer_->wanted().edges || decides) {
    if (const auto edge = walk_.next_edge()) {
      ++counts_.edges;
      return writer_->wanted().edges ? writer_->edge(*edge) : std::string();
    }
  }
  stage_ = Stage::kArticles;
  return {};
}

std::string GraphExporter::next_article() {
  if (writer_->wanted().articles) {
    if (auto read = walk_.next_article()) {
      auto article = generation_->index().article(read->id);
      if (!article) {
        throw text::StorageError(
            "index",
            "lacks the article " + text::to_string(read->id) + " of the graph");
      }
      ++counts_.articles;
      return writer_->article({*std::move(article), read->story,
                               std::move(read->annotation),
                               std::move(read->entities)});
    }
  }
  stage_ = Stage::kEnd;
  return {};
}

}  // namespace exchange
