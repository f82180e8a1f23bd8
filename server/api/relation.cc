#include "server/api/relation.h"

#include <nlohmann/json.hpp>

#include "graph/edge_history.h"
#include "server/api/edge.h"
#include "server/api/page.h"
#include "server/error.h"

namespace server::api {
namespace {

[[noreturn]] void refuse(const graph::EdgeName& name) {
  throw NotFound("No relation has the id `" + to_string(name) + "`.");
}

Json months_json(const std::vector<graph::MonthOfEdge>& months) {
  Json json = Json::array();
  for (const graph::MonthOfEdge& month : months) {
    Json one = {{"month", text::to_date(month.begin).substr(0, 7)},
                {"stating", month.stating},
                {"denying", month.denying}};
    if (month.modality) one["modality"] = text::to_string(*month.modality);
    json.push_back(std::move(one));
  }
  return json;
}

Json turns_json(const std::vector<graph::Turn>& turns, EvidenceWriter& writer) {
  Json json = Json::array();
  for (const graph::Turn& turn : turns) {
    json.push_back({{"modality", text::to_string(turn.modality)},
                    {"negated", turn.negated},
                    {"evidence", writer.write(turn.evidence)}});
  }
  return json;
}

}  // namespace

Json relation_evidence(const Parameters& parameters,
                       const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const graph::EvidenceRequest request{read_edge_id(parameters), page.offset,
                                       page.limit};
  const auto answer = generation.graph().evidence(request);
  if (!answer.edge) refuse(request.edge);
  EvidenceWriter writer(generation);
  Json json = {{"relation", edge_json(*answer.edge, writer)},
               {"evidence", writer.write_all(answer.evidence)}};
  set_total(json, answer.total, answer.total_is_exact);
  set_next_cursor(json, parameters, page,
                  page.offset + page.limit < answer.total);
  json["generation"] = to_string(generation.id());
  return json;
}

Json relation_history(const Parameters& parameters,
                      const generation::Generation& generation) {
  const graph::EdgeName name = read_edge_id(parameters);
  const auto history = generation.graph().history(name);
  if (!history) refuse(name);
  EvidenceWriter writer(generation);
  return {{"relation", edge_json(history->edge, writer)},
          {"months", months_json(history->months)},
          {"turns", turns_json(history->turns, writer)},
          {"stating", writer.write_all(history->stating)},
          {"denying", writer.write_all(history->denying)},
          {"undated", history->undated},
          {"is_cut", history->is_cut},
          {"generation", to_string(generation.id())}};
}

}  // namespace server::api
