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

// How the query was read, on the standard error.
void tell_reading(const server::api::AskedSearch& asked,
                  const search::SearchAnswer& answer) {
  if (asked.spelled) {
    std::fprintf(stderr, "%s %s\n",
                 asked.is_corrected ? "searched for" : "did you mean",
                 on_one_line(asked.spelled->query).c_str());
  }
  for (const auto& name : answer.names) {
    std::fprintf(stderr, "%s: also articles that name %s\n", name.words.c_str(),
                 name.entity.c_str());
  }
  for (const auto& note : answer.notes) {
    std::fprintf(stderr, "%s\n", on_one_line(note).c_str());
  }
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
  server::Parameters parameters{{"q", arguments.query}};
  if (arguments.exact) parameters.add("exact", "true");
  if (arguments.explain) parameters.add("explain", "true");
  if (arguments.json) {
    parameters.add("limit", std::to_string(arguments.limit));
    std::puts(server::api::dump(server::api::search(parameters, *generation))
                  .c_str());
    return kDone;
  }
  auto asked = server::api::read_search(parameters, *generation);
  asked.request.limit = arguments.limit;
  const auto answer = generation->index().search(
      asked.request, server::api::resolver_of(generation->graph()),
      asked.recognize);
  tell_reading(asked, answer);
  print_hits(answer);
  return kDone;
}

ExitStatus run_batch_search(const BatchSearchArguments& arguments) {
  std::ifstream topics(arguments.topics);
  if (!topics) {
    throw text::InputError("cannot read " + arguments.topics.string());
  }
  const auto generation = generation::open_current(arguments.data);
  const auto resolve = server::api::resolver_of(generation->graph());
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
