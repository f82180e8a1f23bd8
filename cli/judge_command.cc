// `lode judge`: what curators say of the graph.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <ranges>

#include "cli/commands.h"
#include "cli/print.h"
#include "generation/generation.h"
#include "generation/ledger.h"
#include "graph/edge_history.h"
#include "indexer/index_archives.h"
#include "server/api/chosen_entity.h"
#include "server/api/judgements.h"
#include "text/error.h"

namespace cli {

namespace {

using generation::Generation;
using graph::Judgement;
using graph::JudgementAction;

constexpr size_t kEvidenceListed = 20;

std::string author(const std::string& given) {
  if (!given.empty()) return given;
  const char* user = std::getenv("USER");
  if (user != nullptr && *user != '\0') return user;
  throw text::BadRequest("who judges? say --by NAME");
}

// The id of an entity by its whole name; an id may be of one that is not there
// (yet). Throws as choose_entity() of the API.
std::string id_of(const std::string& name, const Generation& generation) {
  if (text::type_of_entity_id(name)) return name;
  return server::api::choose_entity({"judge", name}, generation).id;
}

text::ArticleId read_article(const std::string& hex) {
  const auto id = text::parse_article_id(hex);
  if (!id) throw text::BadRequest("not an article id: " + hex);
  return *id;
}

void list_evidence(const std::vector<graph::Evidence>& evidence) {
  std::fprintf(stderr,
               "lode: say by --article or --sentence which of these:\n");
  for (const auto& one : evidence | std::views::take(kEvidenceListed)) {
    std::fprintf(stderr, "  %s %s\n", text::to_string(one.article).c_str(),
                 on_one_line(one.sentence).c_str());
  }
}

// True where all say it in the same words: they are rejected as one.
bool is_one_sentence(const std::vector<graph::Evidence>& evidence) {
  return !evidence.empty() &&
         std::ranges::all_of(evidence, [&](const graph::Evidence& one) {
           return one.sentence == evidence.front().sentence;
         });
}

// All that is said of `one` RELATION `other`, or else the other way round.
graph::EvidenceAnswer read_evidence(const graph::EdgeName& edge,
                                    const graph::GraphReader& graph) {
  auto answer = graph.evidence({.edge = edge, .limit = graph::kReportsRead});
  if (answer.edge) return answer;
  return graph.evidence({.edge = {edge.target, edge.type, edge.source},
                         .limit = graph::kReportsRead});
}

// The sentence that is meant, as the graph has it.
std::optional<graph::RejectedEvidence> find_evidence(
    const JudgeArguments& arguments, const std::string& source,
    const std::string& target, const graph::GraphReader& graph) {
  const auto relation = text::parse_relation_type(arguments.relation);
  if (!relation) throw text::BadRequest("no relation " + arguments.relation);
  const auto answer = read_evidence({source, *relation, target}, graph);
  if (!answer.edge) {
    std::fprintf(stderr, "lode: %s %s %s: no such relation\n", source.c_str(),
                 arguments.relation.c_str(), target.c_str());
    return std::nullopt;
  }
  std::optional<text::ArticleId> article;
  if (!arguments.articles.empty()) {
    article = read_article(arguments.articles.front());
  }
  std::vector<graph::Evidence> meant = answer.evidence;
  std::erase_if(meant, [&](const graph::Evidence& evidence) {
    return (article && evidence.article != *article) ||
           evidence.sentence.find(arguments.sentence) == std::string::npos;
  });
  if (!is_one_sentence(meant)) {
    list_evidence(meant.empty() ? answer.evidence : meant);
    return std::nullopt;
  }
  return graph::RejectedEvidence{*relation, answer.edge->source.id,
                                 answer.edge->target.id, meant.front().article,
                                 meant.front().sentence};
}

// Nothing, with the reason on standard error, where no one sentence is meant.
std::optional<Judgement> read_judgement(const JudgeArguments& arguments,
                                        const Generation& generation) {
  Judgement judgement;
  judgement.by = author(arguments.by);
  judgement.action = graph::parse_judgement_action(arguments.action).value();
  judgement.note = arguments.note;
  judgement.name = arguments.name;
  judgement.type = arguments.type;
  const auto entity = id_of(arguments.entity, generation);
  const auto other =
      arguments.other.empty() ? "" : id_of(arguments.other, generation);
  if (judgement.action == JudgementAction::kReject) {
    judgement.evidence =
        find_evidence(arguments, entity, other, generation.graph());
    if (!judgement.evidence) return std::nullopt;
    return judgement;
  }
  judgement.entity = entity;
  judgement.other = other;
  for (const std::string& hex : arguments.articles) {
    judgement.articles.push_back(read_article(hex));
  }
  for (const std::string& name : arguments.beside) {
    judgement.beside.push_back(id_of(name, generation));
  }
  return judgement;
}

// `Korea Zinc (company:korea-zinc)`, or the id alone.
std::string name_of(const std::string& id, const graph::GraphReader& graph) {
  const auto entity = graph.entity(id);
  if (!entity || entity->summary.id != id) return id;
  return entity->summary.name + " (" + id + ")";
}

std::string describe(const Judgement& judgement,
                     const graph::GraphReader& graph) {
  if (const auto& evidence = judgement.evidence) {
    return "reject " + name_of(evidence->source, graph) + " " +
           std::string(text::to_string(evidence->relation)) + " " +
           name_of(evidence->target, graph) + ": " + evidence->sentence;
  }
  std::string line = std::string(to_string(judgement.action)) + " " +
                     name_of(judgement.entity, graph);
  if (!judgement.other.empty()) line += " / " + name_of(judgement.other, graph);
  if (!judgement.name.empty()) line += " \"" + judgement.name + "\"";
  if (judgement.type) line += " " + std::string(to_string(*judgement.type));
  if (is_split(judgement)) {
    line += " in " + std::to_string(judgement.articles.size()) +
            " articles and beside " + std::to_string(judgement.beside.size()) +
            " others";
  }
  return line;
}

void print(const graph::JudgementState& state,
           const graph::GraphReader& graph) {
  const Judgement& judgement = state.entry.judgement;
  std::string status(to_string(state.status));
  if (state.entry.undone) status += " by " + state.entry.undone->by;
  if (!state.conflicts_with.empty()) status += " with " + state.conflicts_with;
  if (state.waits_for_build) status += ", shows after `lode judge apply`";
  std::printf("%s %s %s %s [%s]\n", judgement.id.c_str(),
              text::to_date(judgement.at).c_str(), judgement.by.c_str(),
              describe(judgement, graph).c_str(), status.c_str());
}

void print_entities(const char* when,
                    const std::vector<graph::EntityDetail>& entities) {
  for (const graph::EntityDetail& entity : entities) {
    std::printf("%s: %s (%s, %s): %u articles, %u stories, %u relations\n",
                when, entity.summary.name.c_str(), entity.summary.id.c_str(),
                std::string(to_string(entity.summary.type)).c_str(),
                entity.summary.article_count, entity.summary.story_count,
                entity.edge_count);
  }
}

void print_edge(const char* when, const std::optional<graph::Edge>& edge) {
  std::printf("%s: ", when);
  if (!edge) {
    std::printf("no such relation\n");
    return;
  }
  std::printf("%s %s %s: %u stories\n", edge->source.name.c_str(),
              std::string(to_string(edge->type)).c_str(),
              edge->target.name.c_str(), edge->story_count);
}

void print(const graph::JudgementPreview& preview) {
  print_entities("before", preview.before);
  print_entities("after", preview.after);
  if (preview.edge_before) {
    print_edge("before", preview.edge_before);
    print_edge("after", preview.edge_after);
  }
  const graph::JudgementState& state = preview.state;
  if (state.status == graph::JudgementStatus::kConflict) {
    std::printf("refused: it contradicts judgement %s\n",
                state.conflicts_with.c_str());
  }
  if (state.status == graph::JudgementStatus::kDormant) {
    std::printf("dormant: nothing in the archive is concerned yet\n");
  }
  if (state.waits_for_build) {
    std::printf("shows after the next build (lode judge apply)\n");
  }
}

ExitStatus show_preview(const JudgeArguments& arguments,
                        std::vector<graph::LedgerEntry> ledger, size_t about,
                        const Generation& generation) {
  const auto preview =
      graph::preview(generation.graph(), std::move(ledger), about);
  if (arguments.json) {
    const auto json = server::api::preview_json(preview, generation);
    std::puts(server::api::dump(json).c_str());
  } else {
    print(preview);
  }
  return kDone;
}

void report_problems(const Generation& generation) {
  for (const std::string& problem : generation.ledger_problems()) {
    std::fprintf(stderr, "lode: %s\n", problem.c_str());
  }
}

// What became of a judgement that was written or taken back.
ExitStatus show_written(const JudgeArguments& arguments, const std::string& id,
                        const Generation& generation) {
  const Generation now(generation);
  for (const auto& state : now.graph().judgement_states()) {
    if (state.entry.judgement.id != id) continue;
    if (arguments.json) {
      std::puts(server::api::dump(server::api::state_json(state, now)).c_str());
    } else {
      print(state, now.graph());
    }
  }
  return kDone;
}

}  // namespace

ExitStatus run_judge(const JudgeArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  report_problems(*generation);
  const auto judgement = read_judgement(arguments, *generation);
  if (!judgement) return kFailed;
  if (arguments.preview) {
    auto ledger = server::api::ledger_with(*judgement, *generation);
    const size_t about = ledger.size() - 1;
    return show_preview(arguments, std::move(ledger), about, *generation);
  }
  const auto kept =
      generation::Ledger(arguments.data)
          .append(*judgement, server::api::entities_of(*generation));
  return show_written(arguments, kept.id, *generation);
}

ExitStatus run_judge_undo(const JudgeArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  report_problems(*generation);
  const graph::Undo undo{{}, author(arguments.by), arguments.note};
  auto ledger = generation->graph().ledger();
  const auto found = std::ranges::find_if(ledger, [&](const auto& entry) {
    return entry.judgement.id == arguments.id;
  });
  if (found == ledger.end()) {
    std::fprintf(stderr, "lode: no judgement %s\n", arguments.id.c_str());
    return kFailed;
  }
  if (arguments.preview) {
    found->undone = undo;
    const auto about = static_cast<size_t>(found - ledger.begin());
    return show_preview(arguments, std::move(ledger), about, *generation);
  }
  generation::Ledger(arguments.data).undo(arguments.id, undo);
  return show_written(arguments, arguments.id, *generation);
}

ExitStatus run_judge_list(const JudgeArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  report_problems(*generation);
  for (const auto& state : generation->graph().judgement_states()) {
    if (arguments.json) {
      const auto json = server::api::state_json(state, *generation);
      std::puts(server::api::dump(json).c_str());
    } else {
      print(state, generation->graph());
    }
  }
  if (!arguments.json && generation->graph().needs_build()) {
    std::fprintf(stderr,
                 "counts and scores become exact by the next "
                 "`lode index` or by `lode judge apply`\n");
  }
  return kDone;
}

ExitStatus run_judge_candidates(const JudgeArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  const auto answer = server::api::judgement_candidates(
      {{"limit", std::to_string(arguments.limit)}}, *generation);
  if (arguments.json) {
    std::puts(server::api::dump(answer).c_str());
    return kDone;
  }
  const auto text = [](const server::api::Json& json) {
    return json.get<std::string>();
  };
  for (const auto& merge : answer["merges"]) {
    std::printf("same? %.2f %s %s (%s: %s)\n", merge["score"].get<double>(),
                text(merge["entity"]["id"]).c_str(),
                text(merge["other"]["id"]).c_str(),
                text(merge["reason"]).c_str(), text(merge["detail"]).c_str());
  }
  for (const auto& split : answer["splits"]) {
    std::printf("several? %.2f %s: ", split["score"].get<double>(),
                text(split["entity"]["id"]).c_str());
    for (const auto& group : split["groups"]) {
      std::string names;
      for (const auto& member : group) {
        names += (names.empty() ? "" : ", ") + text(member["name"]);
      }
      std::printf("[%s] ", names.c_str());
    }
    std::printf("\n");
  }
  return kDone;
}

ExitStatus run_judge_apply(const JudgeArguments& arguments) {
  const auto published = indexer::rebuild_graph(arguments.data);
  if (published) {
    std::printf("generation %s\n", published->c_str());
  } else {
    std::printf("the graph is built with these judgements already\n");
  }
  return kDone;
}

}  // namespace cli
