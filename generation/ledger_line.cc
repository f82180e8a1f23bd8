#include "generation/ledger_line.h"

#include <xxhash.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace generation {

namespace {

using Json = nlohmann::ordered_json;

// Of what a line nests; a value is copied by as many calls.
constexpr int kMaxDepth = 8;
constexpr std::string_view kUndo = "undo";
constexpr std::string_view kCheck = R"(,"check":")";
constexpr std::string_view kEnd = R"("})";

// Of everything before the checksum itself.
std::string checksum_of(std::string_view text) {
  return text::to_string(
      text::ArticleId{XXH3_64bits(text.data(), text.size())});
}

void set_text(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

Json evidence_json(const graph::RejectedEvidence& evidence) {
  return {{"relation", text::to_string(evidence.relation)},
          {"source", evidence.source},
          {"target", evidence.target},
          {"article", text::to_string(evidence.article)},
          {"sentence", evidence.sentence}};
}

Json head_json(const std::string& id, text::Timestamp at, const std::string& by,
               std::string_view action) {
  return {
      {"id", id}, {"at", text::to_rfc3339(at)}, {"by", by}, {"action", action}};
}

Json to_json(const graph::Judgement& judgement) {
  Json json = head_json(judgement.id, judgement.at, judgement.by,
                        to_string(judgement.action));
  set_text(json, "entity", judgement.entity);
  set_text(json, "other", judgement.other);
  set_text(json, "name", judgement.name);
  if (judgement.type) json["type"] = text::to_string(*judgement.type);
  for (const text::ArticleId id : judgement.articles) {
    json["articles"].push_back(text::to_string(id));
  }
  for (const std::string& id : judgement.beside) json["beside"].push_back(id);
  if (judgement.evidence) json["evidence"] = evidence_json(*judgement.evidence);
  set_text(json, "note", judgement.note);
  return json;
}

Json to_json(const UndoLine& line) {
  Json json = head_json(line.id, line.undo.at, line.undo.by, kUndo);
  json["undoes"] = line.undoes;
  set_text(json, "note", line.undo.note);
  return json;
}

// What a line must have and has not ends here.
template <typename T>
T required(std::optional<T> value) {
  if (!value) throw std::invalid_argument("not a value of the ledger");
  return *std::move(value);
}

text::ArticleId read_article(const Json& json) {
  return required(text::parse_article_id(json.get<std::string>()));
}

graph::RejectedEvidence read_evidence(const Json& json) {
  return {.relation = required(text::parse_relation_type(
              json.at("relation").get<std::string>())),
          .source = json.at("source"),
          .target = json.at("target"),
          .article = read_article(json.at("article")),
          .sentence = json.at("sentence")};
}

graph::Judgement read_judgement(const Json& json) {
  graph::Judgement judgement;
  judgement.id = json.at("id");
  judgement.at =
      required(text::parse_rfc3339(json.at("at").get<std::string>()));
  judgement.by = json.at("by");
  judgement.action = required(
      graph::parse_judgement_action(json.at("action").get<std::string>()));
  judgement.entity = json.value("entity", "");
  judgement.other = json.value("other", "");
  judgement.name = json.value("name", "");
  if (json.contains("type")) {
    judgement.type =
        required(text::parse_entity_type(json["type"].get<std::string>()));
  }
  for (const Json& id : json.value("articles", Json::array())) {
    judgement.articles.push_back(read_article(id));
  }
  for (const Json& id : json.value("beside", Json::array())) {
    judgement.beside.push_back(id);
  }
  if (json.contains("evidence")) {
    judgement.evidence = read_evidence(json["evidence"]);
  }
  judgement.note = json.value("note", "");
  check(judgement);
  return judgement;
}

UndoLine read_undo(const Json& json) {
  return {json.at("id"),
          json.at("undoes"),
          {required(text::parse_rfc3339(json.at("at").get<std::string>())),
           json.at("by"), json.value("note", "")}};
}

// The line up to its checksum, if that is right.
std::optional<std::string_view> checked_part(std::string_view line) {
  const size_t at = line.rfind(kCheck);
  if (at == line.npos || !line.ends_with(kEnd)) return std::nullopt;
  const std::string_view text = line.substr(0, at);
  std::string_view check = line.substr(at + kCheck.size());
  check.remove_suffix(kEnd.size());
  if (check != checksum_of(text)) return std::nullopt;
  return text;
}

}  // namespace

std::string write_ledger_line(const LedgerLine& line) {
  std::string text =
      std::visit([](const auto& kind) { return to_json(kind); }, line)
          .dump(-1, ' ', false, Json::error_handler_t::replace);
  text.pop_back();  // the closing brace
  const std::string check = checksum_of(text);
  return text.append(kCheck).append(check).append(kEnd);
}

std::optional<LedgerLine> read_ledger_line(std::string_view line) {
  const auto text = checked_part(line);
  if (!text) return std::nullopt;
  const auto check_depth = [](int depth, Json::parse_event_t, const Json&) {
    if (depth > kMaxDepth) throw std::invalid_argument("nested too deeply");
    return true;
  };
  try {
    const Json json = Json::parse(std::string(*text) + "}", check_depth);
    if (json.at("action") == kUndo) return read_undo(json);
    return read_judgement(json);
  } catch (const std::exception&) {  // a field is missing or of another kind
    return std::nullopt;
  }
}

}  // namespace generation
