// `lode ask`.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/print_answer.h"
#include "generation/generation.h"
#include "server/api/ask.h"

namespace cli {

namespace {

// What there is no answer to, and what there is one to, on standard error.
void say_what_is_missing(const nlohmann::ordered_json& answer) {
  const auto text = [&](const char* name) {
    return answer[name].get<std::string>();
  };
  if (answer.contains("not_understood")) {
    std::fprintf(stderr, "lode: not understood: %s\n",
                 text("not_understood").c_str());
  }
  std::fprintf(stderr, "lode: %s\n", text("message").c_str());
  if (!answer.contains("suggestions")) return;
  for (const auto& question : answer["suggestions"]) {
    std::fprintf(stderr, "  this works: %s\n",
                 question.get<std::string>().c_str());
  }
}

}  // namespace

ExitStatus run_ask(const AskArguments& arguments) {
  const auto generation = generation::open_current(arguments.data);
  const auto answer =
      server::api::ask({{"q", arguments.question}}, *generation);
  if (arguments.json) {
    std::puts(server::api::dump(answer).c_str());
    return kDone;
  }
  print_answer(answer);
  if (!answer.contains("message")) return kDone;
  say_what_is_missing(answer);
  return kFailed;
}

}  // namespace cli
