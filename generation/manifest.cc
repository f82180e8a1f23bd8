#include "generation/manifest.h"

#include <nlohmann/json.hpp>

#include "generation/durable_file.h"
#include "text/error.h"

namespace generation {

namespace {

using nlohmann::json;

json to_json(const graph::GraphCounts& counts) {
  return {{"articles", counts.articles}, {"stories", counts.stories},
          {"entities", counts.entities}, {"edges", counts.edges},
          {"evidence", counts.evidence}, {"facts", counts.facts},
          {"mentions", counts.mentions}};
}

graph::GraphCounts read_counts(const json& value) {
  return {.articles = value.at("articles"),
          .stories = value.at("stories"),
          .entities = value.at("entities"),
          .edges = value.at("edges"),
          .evidence = value.at("evidence"),
          .facts = value.at("facts"),
          .mentions = value.at("mentions")};
}

json to_json(const SegmentEntry& segment) {
  return {{"name", segment.name},
          {"articles", segment.articles},
          {"deleted", segment.deleted}};
}

SegmentEntry read_segment(const json& value) {
  return {.name = value.at("name"),
          .articles = value.at("articles"),
          .deleted = value.at("deleted")};
}

void check_format(const json& value, const std::filesystem::path& file) {
  const uint32_t found = value.at("format_version");
  if (found == kFormatVersion) return;
  throw text::StorageError(file.string(), "written in format " +
                                              std::to_string(found) +
                                              ", this lode reads format " +
                                              std::to_string(kFormatVersion));
}

Manifest from_json(const json& value) {
  Manifest manifest;
  manifest.analysis_version = value.at("analysis_version");
  manifest.extraction = value.at("extraction");
  manifest.created = value.at("created");
  manifest.articles = value.at("articles");
  manifest.graph = read_counts(value.at("graph"));
  manifest.judgements = value.value("judgements", uint64_t{0});
  for (const json& segment : value.at("segments")) {
    manifest.segments.push_back(read_segment(segment));
  }
  manifest.checksums = value.at("checksums");
  manifest.content_digest = value.at("content_digest");
  return manifest;
}

}  // namespace

void write_manifest(const Manifest& manifest,
                    const std::filesystem::path& file) {
  json segments = json::array();
  for (const auto& segment : manifest.segments) {
    segments.push_back(to_json(segment));
  }
  const json value = {{"format_version", manifest.format_version},
                      {"analysis_version", manifest.analysis_version},
                      {"extraction", manifest.extraction},
                      {"created", manifest.created},
                      {"articles", manifest.articles},
                      {"graph", to_json(manifest.graph)},
                      {"judgements", manifest.judgements},
                      {"segments", segments},
                      {"checksums", manifest.checksums},
                      {"content_digest", manifest.content_digest}};
  replace_file(file, value.dump(2) + "\n");
}

Manifest read_manifest(const std::filesystem::path& file) {
  const json value = json::parse(read_file(file), nullptr, false);
  if (value.is_discarded() || !value.is_object()) {
    throw text::StorageError(file.string(), "not a manifest");
  }
  try {
    check_format(value, file);
    return from_json(value);
  } catch (const json::exception& error) {
    throw text::StorageError(file.string(),
                             std::string("not a manifest: ") + error.what());
  }
}

}  // namespace generation
