#include "tests/generation/sample_generation.h"

#include "graph/graph_builder.h"
#include "search/index_writer.h"
#include "text/analysis.h"

namespace generation {

GenerationId publish_article(const std::filesystem::path& data,
                             const std::string& title) {
  text::Article article;
  article.id = text::ArticleId{1};
  article.title = title;
  article.body = title + " is all that it says.";
  article.language = "en";

  const WriterLock lock(data);
  NewGeneration draft(data, lock);
  Manifest manifest;
  manifest.analysis_version = text::kAnalysisVersion;
  manifest.articles = 1;
  manifest.content_digest = "0000000000000000";
  manifest.segments = {{to_string(draft.id()), 1, {}}};
  search::SegmentWriter segment(draft.search_directory() /
                                to_string(draft.id()));
  segment.add(article, {});
  segment.finish();
  graph::GraphBuilder graph(draft.graph_directory(), std::nullopt);
  graph.add(article, {}, {});
  manifest.graph = graph.finish();
  draft.publish(manifest);
  return draft.id();
}

}  // namespace generation
