// The command line: what the user typed becomes one call of cli/commands.h.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/judge_options.h"
#include "cli/options.h"
#include "text/error.h"
#include "text/timestamp.h"

namespace {

using cli::arguments_of;
using cli::ExitStatus;
using cli::on_run;

constexpr const char* kVersion = "lode 0.1.0";

void add_reading_options(CLI::App& command, cli::ReadingArguments& arguments) {
  command.add_option("--map", arguments.map,
                     "fields of other names, e.g. title=headline,body=a.text");
  command.add_option("--rejects", arguments.rejects,
                     "list what gave no article in this file (JSON lines)");
  command.add_option("--retry", arguments.retry,
                     "read only what this rejects file lists");
}

void add_index(CLI::App& app, ExitStatus& status) {
  auto& command =
      *app.add_subcommand("index", "read archives, publish a new generation");
  const auto arguments = arguments_of<cli::IndexArguments>(command);
  auto& reading = arguments->reading;
  command.add_option("PATH", reading.paths, "files, folders, or -");
  add_reading_options(command, reading);
  command.add_flag("--rebuild", arguments->rebuild,
                   "start afresh instead of adding and replacing");
  command.add_option("--threads", arguments->threads, "default: all cores")
      ->check(CLI::Range(1, 256));
  command.add_flag("--quiet", arguments->quiet, "no progress");
  command.callback([arguments, &status] {
    const auto& [paths, map, rejects, retry] = arguments->reading;
    if (paths.empty() && retry.empty()) throw CLI::RequiredError("PATH");
    status = cli::run_index(*arguments);
  });
}

void add_remove(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand("remove", "remove articles, publish");
  const auto arguments = arguments_of<cli::RemoveArguments>(command);
  command.add_option("ID", arguments->ids, "article ids")->required();
  on_run(command, arguments, cli::run_remove, status);
}

void add_reading(CLI::App& app, ExitStatus& status) {
  auto& parse =
      *app.add_subcommand("parse", "archives to article lines (JSON)");
  auto& extract = *app.add_subcommand(
      "extract", "articles or archives to annotation lines (JSON)");
  for (CLI::App* command : {&parse, &extract}) {
    const auto arguments = arguments_of<cli::ReadArguments>(*command);
    command->add_option("PATH", arguments->reading.paths,
                        "files, folders, or - (standard input, the default)");
    add_reading_options(*command, arguments->reading);
    command->add_option("--threads", arguments->threads, "default: all cores")
        ->check(CLI::Range(1, 256));
    command->callback([arguments, command, &parse, &status] {
      status = command == &parse ? cli::run_parse(*arguments)
                                 : cli::run_extract(*arguments);
    });
  }
}

struct AnySearch {
  cli::SearchArguments one;
  cli::BatchSearchArguments batch;
};

void add_search(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand("search", "find articles");
  auto arguments = std::make_shared<AnySearch>();
  command.add_option("--data", arguments->one.data, "the data directory")
      ->required();
  auto* query = command.add_option("QUERY", arguments->one.query,
                                   "words, \"phrases\", source:NAME, ...");
  command.add_option("--limit", arguments->one.limit, "articles to show")
      ->check(CLI::Range(1, 1000));
  command.add_flag("--exact", arguments->one.exact,
                   "correct no words that no article has");
  command.add_flag("--explain", arguments->one.explain,
                   "what adds up to each score");
  command.add_flag("--json", arguments->one.json, "the answer of /v1/search");
  auto* batch = command.add_option("--batch", arguments->batch.topics,
                                   "file of `query-id TAB query` lines");
  command.add_option("--depth", arguments->batch.depth, "articles per query")
      ->check(CLI::Range(1, 1000));
  command.add_option("--run", arguments->batch.run, "name of the TREC run");
  query->excludes(batch);
  command.callback([arguments, query, batch, &status] {
    if (query->empty() && batch->empty()) {
      throw CLI::RequiredError("QUERY or --batch");
    }
    arguments->batch.data = arguments->one.data;
    status = batch->empty() ? cli::run_search(arguments->one)
                            : cli::run_batch_search(arguments->batch);
  });
}

// An option that takes a time.
CLI::Option* add_time(CLI::App& command, const std::string& name,
                      std::optional<text::Timestamp>& time,
                      const std::string& help) {
  return command.add_option_function<std::string>(
      name,
      [name, &time](const std::string& value) {
        time = text::parse_rfc3339(value);
        if (!time) {
          throw CLI::ValidationError(name, "no date like 2025-12-16: " + value);
        }
      },
      help);
}

void add_related(CLI::App& app, ExitStatus& status) {
  auto& command =
      *app.add_subcommand("related", "what is related to an entity, and why");
  const auto arguments = arguments_of<cli::RelatedArguments>(command);
  auto types = std::make_shared<std::vector<std::string>>();
  command.add_option("NAME", arguments->name, "an entity")->required();
  command.add_option("--limit", arguments->limit, "entities to show")
      ->check(CLI::Range(1, 200));
  command.add_option("--type", *types, "company, place, ... (repeatable)")
      ->each([arguments](const std::string& name) {
        const auto type = text::parse_entity_type(name);
        if (!type) throw CLI::ValidationError("--type", "no type " + name);
        arguments->types.push_back(*type);
      });
  add_time(command, "--from", arguments->period.from,
           "only what was published from this day on counts");
  add_time(command, "--to", arguments->period.to,
           "only what was published before this day counts");
  command.add_option("--source", arguments->sources,
                     "only articles of this source count (repeatable)");
  command.add_flag("--json", arguments->json, "the answer of /v1/.../related");
  command.callback([arguments, types, &status] {
    const auto& [from, to] = arguments->period;
    if (from && to && *from > *to) {
      throw CLI::ValidationError("--from", "lies after --to");
    }
    status = cli::run_related(*arguments);
  });
}

void add_path(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand("path", "how two entities are connected");
  const auto arguments = arguments_of<cli::PathArguments>(command);
  command.add_option("FROM", arguments->from, "an entity")->required();
  command.add_option("TO", arguments->to, "another one")->required();
  command.add_option("--max-hops", arguments->max_hops, "steps, default: 4")
      ->check(CLI::Range(1, 4));
  command.add_option("--limit", arguments->limit, "paths to show")
      ->check(CLI::Range(1, 20));
  command.add_flag("--json", arguments->json, "the answer of /v1/graph/path");
  on_run(command, arguments, cli::run_path, status);
}

void add_facts(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand(
      "facts", "quantities said of an entity or a commodity");
  const auto arguments = arguments_of<cli::FactsArguments>(command);
  command.add_option("NAME", arguments->name, "an entity")->required();
  command.add_option("--measure", arguments->measures,
                     "price, capacity, ... (repeatable)");
  command.add_option("--limit", arguments->limit, "series to show")
      ->check(CLI::Range(1, 200));
  command.add_flag("--json", arguments->json, "the answer of /v1/.../facts");
  on_run(command, arguments, cli::run_facts, status);
}

void add_ask(CLI::App& app, ExitStatus& status) {
  auto& command =
      *app.add_subcommand("ask", "a question, e.g. `related to Korea Zinc`");
  const auto arguments = arguments_of<cli::AskArguments>(command);
  command.add_option("QUESTION", arguments->question)->required();
  command.add_flag("--json", arguments->json, "the answer of /v1/ask");
  on_run(command, arguments, cli::run_ask, status);
}

// Adds an option that `parse` reads into `into`, one value or a list.
template <typename Value, typename Into>
CLI::Option* add_parsed(CLI::App& command, const std::string& name,
                        std::optional<Value> (*parse)(std::string_view),
                        Into& into) {
  const auto take = [name, parse, &into](const std::string& text) {
    const auto value = parse(text);
    if (!value) throw CLI::ValidationError(name, "`" + text + "` is none");
    if constexpr (requires { into.push_back(*value); }) {
      into.push_back(*value);
    } else {
      into = *value;
    }
  };
  return command.add_option_function<std::vector<std::string>>(
      name, [take](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) take(text);
      });
}

void add_export_filter(CLI::App& command, graph::ExportFilter& filter) {
  command.add_option("--hops", filter.hops, "how many relations away from it")
      ->check(CLI::Range(0U, graph::kMaxExportHops));
  add_parsed(command, "--type", text::parse_entity_type, filter.types)
      ->description("company, place, ... (repeatable)");
  add_parsed(command, "--relation", text::parse_relation_type, filter.relations)
      ->description("owns, acquires, ... (repeatable)");
  add_parsed(command, "--from", text::parse_rfc3339, filter.period.from)
      ->description("published at 2025-12 or later");
  add_parsed(command, "--to", text::parse_rfc3339, filter.period.to)
      ->description("published before");
  command.add_option("--min-confidence", filter.min_confidence, "of an edge")
      ->check(CLI::Range(0.0, 1.0));
}

void add_export(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand("export", "the graph or a part of it");
  const auto arguments = arguments_of<cli::ExportArguments>(command);
  add_parsed(command, "--format", exchange::parse_format, arguments->format)
      ->required()
      ->description("jsonl, csv, graphml, gexf or nt");
  add_parsed(command, "--table", exchange::parse_table, arguments->table)
      ->description("of csv: edges (default), entities or facts");
  command.add_flag_callback(
      "--nodes", [arguments] { arguments->table = exchange::Table::kEntities; },
      "the same as --table entities");
  command.add_option("--entity", arguments->names,
                     "only what is near it (repeatable)");
  add_export_filter(command, arguments->filter);
  command.add_option("--output", arguments->output,
                     "a file; default: standard output");
  on_run(command, arguments, cli::run_export, status);
}

void add_stats(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand("stats", "counts of what is indexed");
  const auto arguments = arguments_of<cli::StatsArguments>(command);
  command.add_flag("--json", arguments->json, "the answer of /v1/stats");
  on_run(command, arguments, cli::run_stats, status);
}

void add_serve(CLI::App& app, ExitStatus& status) {
  auto& command = *app.add_subcommand("serve", "answer over HTTP");
  const auto arguments = arguments_of<cli::ServeArguments>(command);
  command.add_option("--host", arguments->host, "default: 127.0.0.1");
  command.add_option("--port", arguments->port, "default: 8080; 0: any free")
      ->check(CLI::Range(0, 65535));
  command.add_option("--web", arguments->web, "folder of the page");
  command.add_flag("--open-reads", arguments->open_reads,
                   "let anyone who reaches the host read");
  command.add_flag("--verbose", arguments->verbose, "log every request");
  command.add_option("--api-key-file", arguments->api_key_file,
                     "file of a key that lets other machines write");
  on_run(command, arguments, cli::run_serve, status);
}

ExitStatus run(int argc, char** argv) {
  CLI::App app("Search and a knowledge graph for news archives.", "lode");
  app.set_version_flag("--version", kVersion);
  app.require_subcommand(1);
  ExitStatus status = cli::kDone;
  add_index(app, status);
  add_remove(app, status);
  add_reading(app, status);
  add_search(app, status);
  add_related(app, status);
  add_path(app, status);
  add_facts(app, status);
  add_ask(app, status);
  add_export(app, status);
  cli::add_judge(app, status);
  add_stats(app, status);
  add_serve(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    app.exit(help);
    return cli::kDone;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "lode: %s (see lode --help)\n", error.what());
    return cli::kWrongUsage;
  }
  return status;
}

// Fails where results did not reach standard output, e.g. on a full disk.
ExitStatus finish_output(ExitStatus status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  std::fprintf(stderr, "lode: can't write to standard output\n");
  return cli::kFailed;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return finish_output(run(argc, argv));
  } catch (const text::BadRequest& error) {
    std::fprintf(stderr, "lode: %s\n", error.what());
    return cli::kWrongUsage;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "lode: %s\n", error.what());
    return cli::kFailed;
  }
}
