// `lode related`.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/choose_entity.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "generation/generation.h"
#include "server/api/related.h"

namespace cli {

ExitStatus run_related(const RelatedArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  const auto entity = choose_entity(arguments.name, generation->graph());
  if (!entity) return kFailed;
  const graph::RelatedRequest request = {.entity = entity->id,
                                         .types = arguments.types,
                                         .period = arguments.period,
                                         .sources = arguments.sources,
                                         .limit = arguments.limit};
  if (arguments.json) {
    const auto answer = server::api::related_answer(request, *generation);
    std::puts(server::api::dump(answer).c_str());
  } else {
    print_related(*entity, generation->graph().related(request));
  }
  return kDone;
}

}  // namespace cli
