// What a generation says of itself (docs/data_directory.md).

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "graph/graph_builder.h"

namespace generation {

// Raised with any change of the data directory's layout or of the formats in
// it; others are refused.
inline constexpr uint32_t kFormatVersion = 1;

struct SegmentEntry {
  std::string name;  // `000003`, a folder of search/
  uint64_t articles = 0;
  std::vector<std::string> deleted;  // article ids, ascending

  bool operator==(const SegmentEntry&) const = default;
};

struct Manifest {
  uint32_t format_version = kFormatVersion;
  uint32_t analysis_version = 0;  // text::kAnalysisVersion
  std::string extraction;         // Extractor::fingerprint()
  std::string created;            // RFC 3339; not part of the digest
  uint64_t articles = 0;          // briefs included
  graph::GraphCounts graph;
  uint64_t judgements = 0;  // lines of the ledger when the graph was built
  std::vector<SegmentEntry> segments;
  std::map<std::string, std::string> checksums;  // file -> XXH3-128, hex
  std::string content_digest;  // of all articles and the graph, order-free
};

// Throws StorageError if it can't be written.
void write_manifest(const Manifest& manifest,
                    const std::filesystem::path& file);

// Throws StorageError if it is missing, not a manifest, or of another format;
// the message names both versions.
Manifest read_manifest(const std::filesystem::path& file);

}  // namespace generation
