// `lode facts`.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/choose_entity.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "generation/generation.h"
#include "graph/facts.h"
#include "server/api/facts.h"

namespace cli {
namespace {

void print_series(const graph::FactSeries& series) {
  std::string title = series.entity.name + ": " + series.measure;
  if (series.commodity) title += " of " + series.commodity->name;
  std::printf("%s (%s)%s\n", on_one_line(title).c_str(),
              on_one_line(series.unit).c_str(),
              series.disputed ? ", sources disagree" : "");
  for (const graph::FactPoint& point : series.points) {
    const char* mark = point.disputed ? "!" : " ";
    const std::string date = point.date.empty() ? "undated" : point.date;
    std::printf("  %s %-10s  %.10g  “%s” (%s, %s)\n", mark,
                on_one_line(date).c_str(), point.value,
                on_one_line(point.evidence.sentence).c_str(),
                on_one_line(point.evidence.source).c_str(),
                date_of(point.evidence.published).c_str());
  }
}

}  // namespace

ExitStatus run_facts(const FactsArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  const auto entity = choose_entity(arguments.name, generation->graph());
  if (!entity) return kFailed;
  const graph::FactsRequest request = {.entity = entity->id,
                                       .measures = arguments.measures,
                                       .limit = arguments.limit};
  if (arguments.json) {
    const auto json = server::api::facts_answer(request, *generation);
    std::puts(server::api::dump(json).c_str());
    return kDone;
  }
  const auto answer = generation->graph().facts(request);
  if (answer.series.empty()) {
    std::printf("No quantities are said of %s.\n",
                on_one_line(entity->name).c_str());
  }
  for (const graph::FactSeries& series : answer.series) print_series(series);
  return kDone;
}

}  // namespace cli
