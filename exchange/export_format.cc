#include "exchange/export_format.h"

#include <array>
#include <utility>

namespace exchange {
namespace {

struct FormatName {
  std::string_view name;
  std::string_view content_type;
};

constexpr std::array<FormatName, 5> kFormats = {{
    {"jsonl", "application/x-ndjson"},
    {"csv", "text/csv; charset=utf-8"},
    {"graphml", "application/graphml+xml"},
    {"gexf", "application/gexf+xml"},
    {"nt", "application/n-triples"},
}};

constexpr std::array<std::string_view, 3> kTables = {"edges", "entities",
                                                     "facts"};

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  if (name == "ndjson") return Format::kJsonLines;
  for (size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats[i].name == name) return static_cast<Format>(i);
  }
  return std::nullopt;
}

std::string_view to_string(Format format) {
  return kFormats.at(static_cast<size_t>(format)).name;
}

std::string_view content_type(Format format) {
  return kFormats.at(static_cast<size_t>(format)).content_type;
}

std::optional<Table> parse_table(std::string_view name) {
  if (name == "nodes") return Table::kEntities;
  for (size_t i = 0; i < kTables.size(); ++i) {
    if (kTables[i] == name) return static_cast<Table>(i);
  }
  return std::nullopt;
}

std::string_view to_string(Table table) {
  return kTables.at(static_cast<size_t>(table));
}

std::string file_name(std::string_view generation, Format format, Table table) {
  std::string name = "lode-" + std::string(generation);
  if (format == Format::kCsv) name += "-" + std::string(to_string(table));
  return name + "." + std::string(to_string(format));
}

}  // namespace exchange
