#include "cli/judge_options.h"

#include <string>
#include <string_view>

#include "text/entity.h"

namespace cli {
namespace {

using SharedArguments = std::shared_ptr<JudgeArguments>;

// A judgement, or an undo of one: who says so, and why.
CLI::App& add_judging(CLI::App& judge, const char* name, const char* what,
                      const SharedArguments& arguments) {
  auto& command = *judge.add_subcommand(name, what);
  command.add_option("--by", arguments->by, "who judges; default: $USER");
  command.add_option("--note", arguments->note, "why");
  command.add_flag("--preview", arguments->preview,
                   "tell what it would change, change nothing");
  return command;
}

void add_judgement(CLI::App& judge, const char* action, const char* what,
                   const SharedArguments& arguments, ExitStatus& status) {
  auto& command = add_judging(judge, action, what, arguments);
  const std::string_view does = action;
  command.add_option("ENTITY", arguments->entity, "name or id")->required();
  if (does == "reject") {
    command.add_option("RELATION", arguments->relation, "acquires, owns, ...")
        ->required();
  }
  if (does == "same" || does == "different" || does == "reject") {
    auto* other = command.add_option("OTHER", arguments->other, "name or id");
    if (does != "different") other->required();
  }
  if (does == "rename") {
    command.add_option("NAME", arguments->name)->required();
  }
  if (does == "different" || does == "reject") {
    command.add_option("--article", arguments->articles, "where (repeatable)");
  }
  if (does == "reject") {
    command.add_option("--sentence", arguments->sentence,
                       "words that only this one has");
  }
  if (does == "different") {
    command.add_option("--beside", arguments->beside,
                       "in articles that name this one too (repeatable)");
    command.add_option("--name", arguments->name, "of the other one");
  }
  if (does == "retype") {
    command
        .add_option_function<std::string>(
            "TYPE",
            [arguments](const std::string& name) {
              arguments->type = text::parse_entity_type(name);
              if (!arguments->type) {
                throw CLI::ValidationError("TYPE", "no type " + name);
              }
            },
            "company, place, ...")
        ->required();
  }
  command.callback([arguments, action, &status] {
    arguments->action = action;
    status = run_judge(*arguments);
  });
}

}  // namespace

void add_judge(CLI::App& app, ExitStatus& status) {
  auto& judge = *app.add_subcommand("judge", "correct who is who");
  const auto arguments = arguments_of<JudgeArguments>(judge);
  judge.add_flag("--json", arguments->json, "as /v1/judgements answers");
  judge.require_subcommand(1);
  judge.fallthrough();
  const auto add = [&](const char* action, const char* what) {
    add_judgement(judge, action, what, arguments, status);
  };
  add("same", "ENTITY is OTHER, whose id and name stay");
  add("different", "ENTITY is not OTHER, everywhere or in some articles");
  add("rename", "give ENTITY another name");
  add("retype", "give ENTITY another type");
  add("hide", "leave ENTITY out");
  add("reject", "a sentence does not say that ENTITY RELATION OTHER");
  auto& undo = add_judging(judge, "undo", "take a judgement back", arguments);
  undo.add_option("ID", arguments->id, "of the judgement")->required();
  on_run(undo, arguments, run_judge_undo, status);
  on_run(*judge.add_subcommand("list", "all judgements"), arguments,
         run_judge_list, status);
  auto& candidates = *judge.add_subcommand(
      "candidates", "entities that may be one, or several");
  candidates.add_option("--limit", arguments->limit)->check(CLI::Range(1, 200));
  on_run(candidates, arguments, run_judge_candidates, status);
  on_run(*judge.add_subcommand("apply", "build the graph with the judgements"),
         arguments, run_judge_apply, status);
}

}  // namespace cli
