// The commands of `lode`, one function each, once the command line is read.
//
// Results go to standard output, messages to standard error. Each returns the
// exit status; failures are thrown and end in main().

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "exchange/export_format.h"
#include "graph/export.h"
#include "graph/period.h"
#include "text/entity.h"

namespace cli {

enum ExitStatus : int {
  kDone = 0,
  kFailed = 1,
  kWrongUsage = 2,
  kSomeRejected = 3,
};

// What the commands that read archives have in common.
struct ReadingArguments {
  std::vector<std::string> paths;
  std::string map;                // `title=headline,body=content.text`
  std::filesystem::path rejects;  // the file to list them in; may be empty
  std::filesystem::path retry;    // a rejects file; may be empty
};

struct IndexArguments {
  std::filesystem::path data;
  ReadingArguments reading;
  bool rebuild = false;
  bool quiet = false;
  int threads = 0;  // 0: as many as cores
};
ExitStatus run_index(const IndexArguments& arguments);

struct RemoveArguments {
  std::filesystem::path data;
  std::vector<std::string> ids;
};
ExitStatus run_remove(const RemoveArguments& arguments);

struct ReadArguments {
  ReadingArguments reading;
  int threads = 0;
};
ExitStatus run_parse(const ReadArguments& arguments);
ExitStatus run_extract(const ReadArguments& arguments);

struct SearchArguments {
  std::filesystem::path data;
  std::string query;
  uint32_t limit = 10;
  bool exact = false;  // words are not corrected
  bool explain = false;
  bool json = false;
};
ExitStatus run_search(const SearchArguments& arguments);

struct BatchSearchArguments {
  std::filesystem::path data;
  std::filesystem::path topics;  // `query-id TAB query text` a line
  uint32_t depth = 1000;
  std::string run = "lode";
};
ExitStatus run_batch_search(const BatchSearchArguments& arguments);

struct RelatedArguments {
  std::filesystem::path data;
  std::string name;
  uint32_t limit = 20;
  std::vector<text::EntityType> types;
  graph::Period period;
  std::vector<std::string> sources;
  bool json = false;
};
ExitStatus run_related(const RelatedArguments& arguments);

struct PathArguments {
  std::filesystem::path data;
  std::string from;
  std::string to;
  uint32_t max_hops = 4;
  uint32_t limit = 3;
  bool json = false;
};
ExitStatus run_path(const PathArguments& arguments);

struct FactsArguments {
  std::filesystem::path data;
  std::string name;
  std::vector<std::string> measures;
  uint32_t limit = 20;  // series
  bool json = false;
};
ExitStatus run_facts(const FactsArguments& arguments);

struct AskArguments {
  std::filesystem::path data;
  std::string question;
  bool json = false;
};
ExitStatus run_ask(const AskArguments& arguments);

struct ExportArguments {
  std::filesystem::path data;
  exchange::Format format = exchange::Format::kJsonLines;
  exchange::Table table = exchange::Table::kEdges;
  std::vector<std::string> names;  // of entities
  graph::ExportFilter filter;      // without entities
  std::optional<std::filesystem::path> output;
};
ExitStatus run_export(const ExportArguments& arguments);

// A judgement, or what to do with the ledger; each command reads what it needs.
struct JudgeArguments {
  std::filesystem::path data;
  std::string action;    // `same`
  std::string entity;    // name or id
  std::string other;     // name or id
  std::string relation;  // of `entity` and `other`: reject
  std::string name;
  std::optional<text::EntityType> type;
  std::vector<std::string> articles;  // ids
  std::string sentence;               // words of it: reject
  std::vector<std::string> beside;    // names or ids
  std::string id;                     // of a judgement: undo
  std::string by;                     // empty: $USER
  std::string note;
  uint32_t limit = 30;
  bool preview = false;
  bool json = false;
};
ExitStatus run_judge(const JudgeArguments& arguments);
ExitStatus run_judge_undo(const JudgeArguments& arguments);
ExitStatus run_judge_list(const JudgeArguments& arguments);
ExitStatus run_judge_candidates(const JudgeArguments& arguments);
ExitStatus run_judge_apply(const JudgeArguments& arguments);

struct StatsArguments {
  std::filesystem::path data;
  bool json = false;
};
ExitStatus run_stats(const StatsArguments& arguments);

struct ServeArguments {
  std::filesystem::path data;
  std::string host = "127.0.0.1";
  uint16_t port = 8080;  // 0: any that is free
  std::optional<std::filesystem::path> web;
  bool open_reads = false;
  bool verbose = false;
  std::filesystem::path api_key_file;  // empty: no key
};
ExitStatus run_serve(const ServeArguments& arguments);

}  // namespace cli
