#include "server/api/judgements.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

#include "generation/ledger.h"
#include "graph/identity_candidates.h"
#include "server/api/page.h"
#include "server/error.h"

namespace server::api {
namespace {

constexpr uint32_t kDefaultCandidates = 30;

// Of an id that nothing may be known of.
Json named(const std::string& id, const generation::Generation& generation) {
  const auto entity = generation.graph().entity(id);
  if (!entity) return {{"id", id}};
  Json json = entity_name(entity->summary);
  if (entity->summary.id != id) json["was"] = id;
  return json;
}

Json evidence_json(const graph::RejectedEvidence& evidence,
                   const generation::Generation& generation) {
  return {{"relation", text::to_string(evidence.relation)},
          {"source", named(evidence.source, generation)},
          {"target", named(evidence.target, generation)},
          {"article", text::to_string(evidence.article)},
          {"sentence", evidence.sentence}};
}

Json judgement_json(const graph::Judgement& judgement,
                    const generation::Generation& generation) {
  Json json;
  set_text(json, "id", judgement.id);
  if (!judgement.id.empty()) set_time(json, "at", judgement.at);
  json["by"] = judgement.by;
  json["action"] = to_string(judgement.action);
  if (!judgement.entity.empty()) {
    json["entity"] = named(judgement.entity, generation);
  }
  if (!judgement.other.empty()) {
    json["other"] = named(judgement.other, generation);
  }
  set_text(json, "name", judgement.name);
  if (judgement.type) json["type"] = text::to_string(*judgement.type);
  for (const text::ArticleId id : judgement.articles) {
    json["articles"].push_back(text::to_string(id));
  }
  for (const std::string& id : judgement.beside) {
    json["beside"].push_back(named(id, generation));
  }
  if (judgement.evidence) {
    json["evidence"] = evidence_json(*judgement.evidence, generation);
  }
  set_text(json, "note", judgement.note);
  return json;
}

// A value is copied and freed by calls within each other.
constexpr int kMaxDepth = 8;

Json parse_body(std::string_view body) {
  const auto check_depth = [](int depth, Json::parse_event_t, const Json&) {
    if (depth > kMaxDepth) {
      throw text::BadRequest("body: is nested too deeply");
    }
    return true;
  };
  Json json = Json::parse(body, check_depth, /*allow_exceptions=*/false);
  if (!json.is_object()) throw text::BadRequest("body: is not a JSON object");
  return json;
}

// Reads fields of a body; a field of another kind is named.
class Fields {
 public:
  explicit Fields(std::string_view body) : json_(parse_body(body)) {}
  explicit Fields(const Json& json, std::string prefix)
      : json_(json), prefix_(std::move(prefix)) {
    if (!json_.is_object()) refuse("", "is not an object");
  }

  std::string text(const char* name) const {
    const auto found = json_.find(name);
    if (found == json_.end() || found->is_null()) return "";
    if (!found->is_string()) refuse(name, "is not a string");
    return found->get<std::string>();
  }
  std::vector<std::string> texts(const char* name) const {
    const auto found = json_.find(name);
    if (found == json_.end() || found->is_null()) return {};
    if (!found->is_array()) refuse(name, "is not a list of strings");
    std::vector<std::string> texts;
    for (const Json& one : *found) {
      if (!one.is_string()) refuse(name, "is not a list of strings");
      texts.push_back(one.get<std::string>());
    }
    return texts;
  }
  std::optional<Fields> object(const char* name) const {
    const auto found = json_.find(name);
    if (found == json_.end() || found->is_null()) return std::nullopt;
    return Fields(*found, std::string(name) + ".");
  }
  // Throws where a value is there but `parse` does not know it.
  template <typename T>
  std::optional<T> value(const char* name,
                         std::optional<T> (*parse)(std::string_view)) const {
    const std::string found = text(name);
    if (found.empty()) return std::nullopt;
    const auto parsed = parse(found);
    if (!parsed) refuse(name, "there is no `" + found + "`");
    return parsed;
  }
  template <typename T>
  T required(const char* name,
             std::optional<T> (*parse)(std::string_view)) const {
    const auto found = value(name, parse);
    if (!found) refuse(name, "is missing");
    return *found;
  }

 private:
  [[noreturn]] void refuse(const std::string& name,
                           const std::string& why) const {
    throw text::BadRequest(prefix_ + name + ": " + why);
  }

  Json json_;
  std::string prefix_;
};

graph::Judgement read_judgement(std::string_view body) {
  const Fields fields(body);
  graph::Judgement judgement;
  judgement.by = fields.text("by");
  judgement.action = fields.required("action", graph::parse_judgement_action);
  judgement.entity = fields.text("entity");
  judgement.other = fields.text("other");
  judgement.name = fields.text("name");
  judgement.type = fields.value("type", text::parse_entity_type);
  for (const std::string& hex : fields.texts("articles")) {
    const auto id = text::parse_article_id(hex);
    if (!id) refuse_value("articles", hex);
    judgement.articles.push_back(*id);
  }
  judgement.beside = fields.texts("beside");
  if (const auto evidence = fields.object("evidence")) {
    judgement.evidence = {
        evidence->required("relation", text::parse_relation_type),
        evidence->text("source"), evidence->text("target"),
        evidence->required("article", text::parse_article_id),
        evidence->text("sentence")};
  }
  judgement.note = fields.text("note");
  return judgement;
}

bool wants_preview(const Parameters& parameters) {
  const auto value = parameters.one("preview");
  if (!value || *value == "false") return false;
  if (*value != "true") refuse_value("preview", *value);
  return true;
}

// Of a judgement that is on disk: what became of it, where that can be told.
Written written(int status, const graph::LedgerEntry& kept,
                const generation::Generation& generation) {
  const std::string& id = kept.judgement.id;
  try {
    auto now = std::make_shared<const generation::Generation>(generation);
    const auto states = now->graph().judgement_states();
    const auto found = std::ranges::find_if(states, [&](const auto& state) {
      return state.entry.judgement.id == id;
    });
    if (found != states.end()) {
      const Json json = {{"judgement", state_json(*found, *now)},
                         {"generation", to_string(now->id())}};
      return {status, dump(json), std::move(now)};
    }
  } catch (const std::exception&) {
    // It is kept all the same. Who serves reports what fails.
  }
  const graph::JudgementState unknown{kept};
  const Json json = {{"judgement", state_json(unknown, generation)},
                     {"generation", to_string(generation.id())}};
  return {status, dump(json), nullptr};
}

Json entities_json(const std::vector<graph::EntityDetail>& entities) {
  Json json = Json::array();
  for (const graph::EntityDetail& entity : entities) {
    json.push_back(entity_json(entity.summary));
    json.back()["aliases"] = entity.aliases;
    json.back()["edge_count"] = entity.edge_count;
  }
  return json;
}

Json edge_json(const graph::Edge& edge) {
  Json json = {{"type", text::to_string(edge.type)},
               {"source", entity_name(edge.source)},
               {"target", entity_name(edge.target)},
               {"modality", text::to_string(edge.modality)},
               {"confidence", rounded(edge.confidence)},
               {"stories", edge.story_count}};
  if (edge.negated) json["negated"] = true;
  return json;
}

Json names_json(const std::vector<graph::EntitySummary>& entities) {
  Json json = Json::array();
  for (const auto& entity : entities) json.push_back(entity_name(entity));
  return json;
}

Json merge_json(const graph::MergeCandidate& merge) {
  return {{"entity", entity_json(merge.entity)},
          {"other", entity_json(merge.other)},
          {"score", rounded(merge.score)},
          {"reason", to_string(merge.reason)},
          {"detail", merge.detail},
          {"shared", names_json(merge.shared)}};
}

Json split_json(const graph::SplitCandidate& split) {
  Json groups = Json::array();
  for (const auto& group : split.groups) groups.push_back(names_json(group));
  return {{"entity", entity_json(split.entity)},
          {"score", rounded(split.score)},
          {"groups", std::move(groups)}};
}

}  // namespace

Json state_json(const graph::JudgementState& state,
                const generation::Generation& generation) {
  Json json = judgement_json(state.entry.judgement, generation);
  json["status"] = to_string(state.status);
  set_text(json, "conflicts_with", state.conflicts_with);
  if (state.waits_for_build) json["waits_for_build"] = true;
  if (const auto& undone = state.entry.undone) {
    json["undone"] = {{"at", text::to_rfc3339(undone->at)}, {"by", undone->by}};
    set_text(json["undone"], "note", undone->note);
  }
  return json;
}

Json preview_json(const graph::JudgementPreview& preview,
                  const generation::Generation& generation) {
  Json json = {{"judgement", state_json(preview.state, generation)},
               {"before", entities_json(preview.before)},
               {"after", entities_json(preview.after)}};
  if (preview.edge_before) {
    json["edge_before"] = edge_json(*preview.edge_before);
  }
  if (preview.edge_after) json["edge_after"] = edge_json(*preview.edge_after);
  json["generation"] = to_string(generation.id());
  return json;
}

generation::IsEntity entities_of(const generation::Generation& generation) {
  return [&generation](const std::string& id) {
    return generation.graph().entity(id).has_value();
  };
}

std::vector<graph::LedgerEntry> ledger_with(
    graph::Judgement judgement, const generation::Generation& generation) {
  auto ledger = generation.graph().ledger();
  judgement = generation::with_new_id(std::move(judgement), ledger,
                                      entities_of(generation));
  check(judgement);
  ledger.push_back({std::move(judgement)});
  return ledger;
}

Json judgements(const Parameters& parameters,
                const generation::Generation& generation) {
  const Page page = read_page(parameters);
  const auto entity = parameters.one("entity");
  const auto ids =
      entity ? generation.graph().ids_of(*entity) : std::vector<std::string>();
  auto states = generation.graph().judgement_states();
  std::erase_if(states, [&](const graph::JudgementState& state) {
    return entity && !concerns(state.entry.judgement, ids);
  });
  std::ranges::reverse(states);
  Json json = {{"judgements", Json::array()}};
  const size_t end = std::min<size_t>(page.offset + page.limit, states.size());
  for (size_t i = page.offset; i < end; ++i) {
    json["judgements"].push_back(state_json(states[i], generation));
  }
  json["total"] = states.size();
  json["problems"] = generation.ledger_problems();
  json["needs_build"] = generation.graph().needs_build();
  set_next_cursor(json, parameters, page, end < states.size());
  json["generation"] = to_string(generation.id());
  return json;
}

Json judgement_candidates(const Parameters& parameters,
                          const generation::Generation& generation) {
  const uint32_t limit = parameters.integer("limit", kDefaultCandidates,
                                            {1, graph::kMaxCandidates});
  const auto& found = generation.graph().candidates();
  Json json = {{"merges", Json::array()},
               {"splits", Json::array()},
               {"entities_read", found.entities_read},
               {"generation", to_string(generation.id())}};
  for (const auto& merge : found.merges | std::views::take(limit)) {
    json["merges"].push_back(merge_json(merge));
  }
  for (const auto& split : found.splits | std::views::take(limit)) {
    json["splits"].push_back(split_json(split));
  }
  return json;
}

Written add_judgement(const Parameters& parameters, std::string_view body,
                      const generation::Generation& generation) {
  const auto judgement = read_judgement(body);
  if (wants_preview(parameters)) {
    auto ledger = ledger_with(judgement, generation);
    const size_t about = ledger.size() - 1;
    return {200,
            dump(preview_json(
                graph::preview(generation.graph(), std::move(ledger), about),
                generation)),
            nullptr};
  }
  const auto kept = generation::Ledger(generation.data())
                        .append(judgement, entities_of(generation));
  return written(201, {kept}, generation);
}

Written undo_judgement(const Parameters& parameters, std::string_view,
                       const generation::Generation& generation) {
  const std::string id = parameters.required("id");
  const graph::Undo undo{
      {}, parameters.required("by"), parameters.one("note").value_or("")};
  auto ledger = generation.graph().ledger();
  const auto found = std::ranges::find_if(
      ledger, [&](const auto& entry) { return entry.judgement.id == id; });
  const auto missing = [&] {
    return NotFound("No judgement has the id `" + id + "`.");
  };
  if (wants_preview(parameters)) {
    if (found == ledger.end()) throw missing();
    found->undone = undo;
    const auto about = static_cast<size_t>(found - ledger.begin());
    return {200,
            dump(preview_json(
                graph::preview(generation.graph(), std::move(ledger), about),
                generation)),
            nullptr};
  }
  const auto kept = generation::Ledger(generation.data()).undo(id, undo);
  if (!kept) throw missing();
  return written(200, *kept, generation);
}

}  // namespace server::api
