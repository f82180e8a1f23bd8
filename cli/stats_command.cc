// `lode stats`.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "generation/generation.h"
#include "server/api/stats.h"

namespace cli {

namespace {

using Counts = std::vector<std::pair<std::string, uint64_t>>;

void print_count(const std::string& name, uint64_t count) {
  std::printf("%10llu  %s\n", static_cast<unsigned long long>(count),
              name.c_str());
}

void print_counts(const char* heading, const Counts& counts) {
  std::printf("%s\n", heading);
  for (const auto& [name, count] : counts) {
    print_count(name.empty() ? "unknown" : name, count);
  }
}

}  // namespace

ExitStatus run_stats(const StatsArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  if (arguments.json) {
    const auto json = server::api::stats({}, *generation);
    std::puts(server::api::dump(json).c_str());
    return kDone;
  }
  const auto index = generation->index().counts();
  const auto graph = generation->graph().counts();
  std::printf("generation %s\n", to_string(generation->id()).c_str());
  print_count("articles", index.articles);
  print_count("briefs", index.briefs);
  print_count("stories", graph.stories);
  print_count("entities", graph.entities);
  print_count("relations", graph.edges);
  print_count("sentences behind relations", graph.evidence);
  print_count("facts", graph.facts);
  print_count("mentions", graph.mentions);
  print_counts("by source", index.by_source);
  print_counts("by language", index.by_language);
  return kDone;
}

}  // namespace cli
