#include "server/api/export.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/export_format.h"
#include "exchange/graph_exporter.h"
#include "exchange/search_exporter.h"
#include "server/api/json.h"
#include "server/api/named_entities.h"
#include "server/api/period.h"
#include "server/api/search.h"
#include "server/error.h"
#include "text/error.h"

namespace server::api {
namespace {

// The value of `name` as `parse` reads it.
template <typename Value>
Value choice(const Parameters& parameters, const std::string& name,
             std::optional<Value> (*parse)(std::string_view), Value otherwise) {
  const auto text = parameters.one(name);
  if (!text) return otherwise;
  const auto value = parse(*text);
  if (!value) refuse_value(name, *text);
  return *value;
}

graph::ExportFilter read_filter(const Parameters& parameters,
                                const generation::Generation& generation) {
  graph::ExportFilter filter;
  for (const std::string& id : parameters.all("entity")) {
    filter.entities.push_back(require_entity(generation, id).summary.id);
  }
  filter.hops =
      parameters.integer("hops", filter.hops, {0, graph::kMaxExportHops});
  filter.types = parse_all(parameters, "type", text::parse_entity_type);
  filter.relations =
      parse_all(parameters, "relation", text::parse_relation_type);
  filter.period = read_period(parameters);
  filter.min_confidence =
      static_cast<float>(parameters.share("min_confidence").value_or(0));
  return filter;
}

// Standard functions are copied; what makes the file is not.
template <typename Exporter>
std::function<std::string()> parts_of(std::shared_ptr<Exporter> exporter) {
  return [exporter = std::move(exporter)] { return exporter->next_part(); };
}

}  // namespace

Download export_graph(
    const Parameters& parameters,
    std::shared_ptr<const generation::Generation> generation) {
  exchange::ExportRequest request;
  request.format = choice(parameters, "format", exchange::parse_format,
                          exchange::Format::kJsonLines);
  request.table = choice(parameters, "table", exchange::parse_table,
                         exchange::Table::kEdges);
  request.filter = read_filter(parameters, *generation);
  if (!generation->graph().exports_at_once()) {
    throw Unavailable(
        "Judgements newer than the graph are told by a copy of it, which is "
        "being made or too large to make for an answer: ask again, or after "
        "the next build.");
  }
  Download download;
  download.content_type = exchange::content_type(request.format);
  download.file_name = exchange::file_name(to_string(generation->id()),
                                           request.format, request.table);
  download.next_part = parts_of(std::make_shared<exchange::GraphExporter>(
      std::move(generation), request));
  return download;
}

Download export_search(
    const Parameters& parameters,
    std::shared_ptr<const generation::Generation> generation) {
  const auto format = choice(parameters, "format", exchange::parse_format,
                             exchange::Format::kJsonLines);
  if (format != exchange::Format::kJsonLines &&
      format != exchange::Format::kCsv) {
    throw text::BadRequest("format: articles are told as `jsonl` or `csv`");
  }
  Download download;
  download.content_type = exchange::content_type(format);
  download.file_name = "lode-" + to_string(generation->id()) + "-articles." +
                       std::string(exchange::to_string(format));
  AskedSearch asked = read_search(parameters, *generation);
  exchange::SearchedFor wanted{.request = std::move(asked.request),
                               .resolve = resolver_of(generation->graph()),
                               .recognize = std::move(asked.recognize)};
  download.next_part = parts_of(std::make_shared<exchange::SearchExporter>(
      std::move(generation), std::move(wanted), format));
  return download;
}

}  // namespace server::api
