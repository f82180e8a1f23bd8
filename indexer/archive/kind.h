// What a file is, told from its first bytes and never from its name.

#pragma once

#include <cstdint>
#include <string_view>

namespace indexer {

enum class Kind : uint8_t {
  kEmpty,
  kGzip,
  kPacked,     // zstd, xz, bzip2
  kContainer,  // zip, tar
  kWarc,
  kJsonLines,
  kJsonValues,  // an array of objects, or objects over several lines
  kGraphTable,  // the edges of an exported graph (exported/graph_table.h)
  kGraphXml,    // GraphML or GEXF (exported/graph_xml.h)
  kTriples,     // N-Triples (exported/graph_triples.h)
  kOtherTable,  // the entities or facts of an exported graph, which is not read
  kFeed,
  kHtml,
  kText,
  kBinary,
};

// How many bytes recognise() wants to see, if there are that many.
inline constexpr size_t kKindBytes = 4096;

Kind recognise(std::string_view beginning);

}  // namespace indexer
