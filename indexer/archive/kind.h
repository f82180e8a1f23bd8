// What a file is, told from its first bytes and never from its name.

#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/field_map.h"

namespace indexer {

enum class Kind : uint8_t {
  kEmpty,
  kPacked,     // gzip, zstd, xz, bzip2 (packing.h)
  kContainer,  // zip, tar, 7z
  kWarc,
  kJsonLines,
  kJsonValues,  // an array of objects, or objects over several lines
  kTable,       // CSV or TSV of articles
  kDocBlocks,   // <doc> blocks of a MediaWiki extractor
  kMbox,
  kMail,        // one message, as a file of its own
  kMarkdown,    // with front matter, or a heading and other marks
  kNewsXml,     // NewsML, NITF, a sitemap
  kSgmlNews,    // <DOC> of TREC and Gigaword, <REUTERS>
  kOtherXml,    // which is not read
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

// `fields` are columns of tables besides the usual ones.
Kind recognise(std::string_view beginning, const FieldMap& fields = {});

}  // namespace indexer
