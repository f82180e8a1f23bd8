// `lode path`.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/choose_entity.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "generation/generation.h"
#include "graph/paths.h"
#include "server/api/path.h"

namespace cli {
namespace {

std::string count_of(uint32_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

// `—acquires→`, or `←acquires—` where the relation goes the other way.
std::string describe_step(const graph::Hop& hop, const std::string& from) {
  if (!hop.edge) return "—named with—";
  const std::string words = words_of(hop.edge->type);
  const bool is_forward = hop.edge->source.id == from;
  return is_forward ? "—" + words + "→" : "←" + words + "—";
}

void print_sentence(const graph::Evidence& evidence) {
  std::printf("        “%s” (%s, %s)\n", on_one_line(evidence.sentence).c_str(),
              on_one_line(evidence.source).c_str(),
              date_of(evidence.published).c_str());
}

void print_hop(const graph::Path& path, size_t at) {
  const graph::Hop& hop = path.hops[at];
  std::string about;
  if (hop.edge) {
    if (hop.edge->negated) about += "denied, ";
    if (hop.edge->modality != text::Modality::kAsserted) {
      about += std::string(text::to_string(hop.edge->modality)) + ", ";
    }
    about += count_of(hop.edge->story_count, "story", "stories");
  } else {
    about = count_of(hop.association->story_count, "story", "stories");
  }
  std::printf("    %s %s %s  (%s)\n", on_one_line(path.nodes[at].name).c_str(),
              describe_step(hop, path.nodes[at].id).c_str(),
              on_one_line(path.nodes[at + 1].name).c_str(), about.c_str());
  const auto& shown = hop.edge ? hop.edge->evidence : hop.sightings;
  for (const graph::Evidence& evidence : shown) print_sentence(evidence);
}

void print_paths(const graph::PathsAnswer& answer) {
  int rank = 0;
  for (const graph::Path& path : answer.paths) {
    std::printf(
        "%2d  %.4f  %s\n", ++rank, path.score,
        count_of(static_cast<uint32_t>(path.hops.size()), "step", "steps")
            .c_str());
    for (size_t i = 0; i < path.hops.size(); ++i) print_hop(path, i);
  }
}

}  // namespace

ExitStatus run_path(const PathArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  const auto from = choose_entity(arguments.from, generation->graph());
  if (!from) return kFailed;
  const auto to = choose_entity(arguments.to, generation->graph());
  if (!to) return kFailed;
  const graph::PathsRequest request = {.from = from->id,
                                       .to = to->id,
                                       .max_hops = arguments.max_hops,
                                       .limit = arguments.limit};
  if (arguments.json) {
    const auto json = server::api::path_answer(request, *generation);
    std::puts(server::api::dump(json).c_str());
    return kDone;
  }
  const auto answer = generation->graph().paths(request);
  std::printf("%s – %s\n", on_one_line(from->name).c_str(),
              on_one_line(to->name).c_str());
  if (const auto message = server::api::path_message(request, answer)) {
    std::puts(message->c_str());
  }
  print_paths(answer);
  return kDone;
}

}  // namespace cli
