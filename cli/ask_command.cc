// `lode ask`.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/print.h"
#include "generation/generation.h"
#include "graph/question.h"
#include "server/api/ask.h"

namespace cli {

namespace {

void say_not_understood(const graph::Question& question) {
  std::fprintf(stderr, "lode: not understood: %s\n",
               question.not_understood.c_str());
  if (!question.example.empty()) {
    std::fprintf(stderr, "  this works: %s\n", question.example.c_str());
  }
}

}  // namespace

ExitStatus run_ask(const AskArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  if (arguments.json) {
    const auto answer =
        server::api::ask({{"q", arguments.question}}, *generation);
    std::puts(answer.dump().c_str());
    return kDone;
  }
  const auto question =
      graph::read_question(arguments.question, generation->graph());
  if (question.candidates.empty()) {
    say_not_understood(question);
    return kFailed;
  }
  const auto& entity = question.candidates.front().entity;
  print_related(entity, generation->graph().related({.entity = entity.id}));
  return kDone;
}

}  // namespace cli
