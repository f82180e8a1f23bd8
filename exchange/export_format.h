// The formats in which a graph leaves (docs/export.md).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace exchange {

enum class Format : uint8_t { kJsonLines, kCsv, kGraphml, kGexf, kNtriples };

// `jsonl` (also `ndjson`), `csv`, `graphml`, `gexf`, `nt`.
std::optional<Format> parse_format(std::string_view name);
std::string_view to_string(Format format);

// Of an answer over HTTP.
std::string_view content_type(Format format);

// CSV holds one kind of thing in a file.
enum class Table : uint8_t { kEdges, kEntities, kFacts };

// `edges`, `entities` (also `nodes`), `facts`.
std::optional<Table> parse_table(std::string_view name);
std::string_view to_string(Table table);

// `lode-000007-edges.csv`; `generation` is its number as text.
std::string file_name(std::string_view generation, Format format, Table table);

}  // namespace exchange
