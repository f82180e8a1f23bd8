#include "exchange/evidence_json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/graph_writer.h"
#include "exchange/numbers.h"
#include "text/utf8.h"

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;

void set_text(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

Json marks_json(const text::CodePointIndex& index,
                const std::vector<text::Span>& marks) {
  Json json = Json::array();
  for (const text::Span mark : marks) {
    json.push_back({index.code_point(mark.begin), index.code_point(mark.end)});
  }
  return json;
}

Json one_json(const graph::ExportedEvidence& exported) {
  const graph::Evidence& evidence = exported.evidence;
  Json json = {{"article", text::to_string(evidence.article)},
               {"story", text::to_string(exported.story)}};
  set_text(json, "title", evidence.title);
  set_text(json, "source", evidence.source);
  set_text(json, "published", time_text(evidence.published));
  json["sentence"] = evidence.sentence;
  json["sentence_begin"] = evidence.span.begin;
  if (evidence.in_title) json["in_title"] = true;
  const text::CodePointIndex index(evidence.sentence);
  json["source_marks"] = marks_json(index, exported.source_marks);
  json["target_marks"] = marks_json(index, exported.target_marks);
  json["modality"] = text::to_string(evidence.modality);
  json["negated"] = evidence.negated;
  json["confidence"] = confidence_value(evidence.confidence);
  set_text(json, "date", evidence.date);
  set_text(json, "rule", evidence.rule);
  return json;
}

}  // namespace

Json evidence_json(const graph::ExportedEdge& edge) {
  Json json = Json::array();
  for (const auto& one : edge.evidence) json.push_back(one_json(one));
  return json;
}

std::string marks_text(std::string_view sentence,
                       const std::vector<text::Span>& marks) {
  const text::CodePointIndex index(sentence);
  std::string text;
  for (const text::Span mark : marks) {
    if (!text.empty()) text += ' ';
    text += std::to_string(index.code_point(mark.begin)) + "-" +
            std::to_string(index.code_point(mark.end));
  }
  return text;
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace exchange
