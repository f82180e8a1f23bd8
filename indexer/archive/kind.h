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
  kGraphTable,  // the edges of an exported graph (archive/graph_table.h)
  kOtherGraph,  // an exported graph in a form that is not read
  kFeed,
  kHtml,
  kText,
  kBinary,
};

// How many bytes recognise() wants to see, if there are that many.
inline constexpr size_t kKindBytes = 4096;

Kind recognise(std::string_view beginning);

}  // namespace indexer
