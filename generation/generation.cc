#include "generation/generation.h"

#include "text/analysis.h"
#include "text/error.h"

namespace generation {

namespace fs = std::filesystem;

namespace {

Manifest read_own_manifest(const fs::path& directory) {
  const auto file = directory / "manifest.json";
  Manifest manifest = read_manifest(file);
  if (manifest.analysis_version != text::kAnalysisVersion) {
    throw text::StorageError(
        file.string(),
        "indexed with analysis " + std::to_string(manifest.analysis_version) +
            ", this lode analyses with " +
            std::to_string(text::kAnalysisVersion) + "; index with --rebuild");
  }
  return manifest;
}

text::ArticleId read_id(const std::string& hex, const fs::path& directory) {
  const auto id = text::parse_article_id(hex);
  if (id) return *id;
  throw text::StorageError((directory / "manifest.json").string(),
                           "not an article id: " + hex);
}

}  // namespace

std::vector<search::Segment> segments_of(const Manifest& manifest,
                                         const fs::path& directory) {
  std::vector<search::Segment> segments;
  for (const auto& entry : manifest.segments) {
    search::Segment segment{directory / "search" / entry.name, {}};
    for (const auto& hex : entry.deleted) {
      segment.deleted.push_back(read_id(hex, directory));
    }
    segments.push_back(std::move(segment));
  }
  return segments;
}

Generation::Files::Files(const fs::path& data, GenerationId id)
    : lock(data, id),
      manifest(read_own_manifest(generation_path(data, id))),
      graph(generation_path(data, id) / "graph"),
      index(segments_of(manifest, generation_path(data, id)),
            [this] { return graph.stories(); }),
      suggestions(segments_of(manifest, generation_path(data, id))) {}

Generation::Generation(const fs::path& data, GenerationId id)
    : data_(data),
      id_(id),
      files_(std::make_shared<const Files>(data, id)),
      ledger_stamp_(Ledger(data).stamp()),
      ledger_(Ledger(data).read()),
      graph_(files_->graph, ledger_.entries) {
  note_problems();
}

Generation::Generation(const Generation& other)
    : data_(other.data_),
      id_(other.id_),
      files_(other.files_),
      ledger_stamp_(Ledger(data_).stamp()),
      ledger_(Ledger(data_).read()),
      graph_(files_->graph, ledger_.entries) {
  note_problems();
}

void Generation::note_problems() {
  if (!graph_.copy_problem().empty()) {
    ledger_.problems.push_back("judgements wait for a build: " +
                               graph_.copy_problem());
  }
}

std::shared_ptr<const Generation> open_current(const fs::path& data) {
  auto id = current_generation(data);
  while (id) {
    try {
      return std::make_shared<const Generation>(data, *id);
    } catch (const text::StorageError&) {
      const auto newest = current_generation(data);
      if (newest == id) throw;  // Not pruned under us: really broken.
      id = newest;
    }
  }
  throw text::StorageError(
      data.string(),
      "nothing indexed yet (lode index --data " + data.string() + " PATH)");
}

}  // namespace generation
