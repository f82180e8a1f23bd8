// `lode search`: one query, or a batch of them as a TREC run.

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/print.h"
#include "generation/generation.h"
#include "server/api/named_entities.h"
#include "server/api/search.h"
#include "text/error.h"

namespace cli {

namespace {

search::EntityResolver resolver_of(const graph::GraphReader& graph) {
  return [&graph](std::string_view name) {
    const auto entity = server::api::find_by_name(name, graph);
    return entity ? graph.ids_of(entity->entity.id)
                  : std::vector<std::string>();
  };
}

void print_run(const std::string& query_id, const search::SearchAnswer& answer,
               const std::string& run) {
  int rank = 0;
  for (const auto& hit : answer.hits) {
    const auto& external = hit.article.external_id;
    const auto id = external.empty() ? text::to_string(hit.id) : external;
    std::printf("%s Q0 %s %d %.6f %s\n", query_id.c_str(), id.c_str(), ++rank,
                hit.score, run.c_str());
  }
}

}  // namespace

ExitStatus run_search(const SearchArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  if (arguments.json) {
    const auto answer = server::api::search(
        {{"q", arguments.query}, {"limit", std::to_string(arguments.limit)}},
        *generation);
    std::puts(server::api::dump(answer).c_str());
    return kDone;
  }
  const auto answer = generation->index().search(
      {.query = arguments.query, .limit = arguments.limit},
      resolver_of(generation->graph()),
      server::api::name_recognizer(*generation));
  for (const auto& name : answer.names) {
    std::fprintf(stderr, "%s: also articles that name %s\n", name.words.c_str(),
                 name.entity.c_str());
  }
  for (const auto& note : answer.notes) {
    std::fprintf(stderr, "%s\n", note.c_str());
  }
  print_hits(answer);
  return kDone;
}

ExitStatus run_batch_search(const BatchSearchArguments& arguments) {
  std::ifstream topics(arguments.topics);
  if (!topics) {
    throw text::InputError("cannot read " + arguments.topics.string());
  }
  const auto generation = generation::open_current(arguments.data);
  const auto resolve = resolver_of(generation->graph());
  std::string line;
  for (int number = 1; std::getline(topics, line); ++number) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) {
      throw text::InputError(arguments.topics.string() + ": line " +
                             std::to_string(number) +
                             ": no tab between query id and query");
    }
    const auto answer =
        generation->index().search({.query = line.substr(tab + 1),
                                    .match = search::MatchWords::kAny,
                                    .limit = arguments.depth,
                                    .snippets = false},
                                   resolve);
    print_run(line.substr(0, tab), answer, arguments.run);
  }
  return kDone;
}

}  // namespace cli
