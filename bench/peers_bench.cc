// A power-law graph in our storage and in SQLite: how long it takes to build,
// how large it is, and how long questions take.
//
//   peers_bench [--edges N] [--graph DIR] [--ask KIND] [--write-csv DIR]
//
// --graph: our graph stays in DIR, and is asked where it is there already;
// nobody else is measured. --ask: only requests whose name begins with KIND.
// --write-csv: nothing is measured, but written for bench/kuzu_graph.mjs.
//
// The graph is the same for the same number of edges, 2,000,000 by default;
// there are a tenth as many entities. Entities are asked about as often as
// edges end at them. Every request is made once before it is measured, so that
// what it reads is in memory.

#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bench/graph_csv.h"
#include "bench/measure.h"
#include "bench/power_law_graph.h"
#include "bench/sqlite_graph.h"
#include "graph/edge_scan.h"
#include "graph/entity_lookup.h"
#include "graph/graph_import.h"
#include "graph/graph_reader.h"
#include "graph/paths.h"

namespace {

using bench::Clock;
using bench::seconds_since;

constexpr graph::Period kYear{text::Timestamp{1650000000},
                              text::Timestamp{1681536000}};

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void build(const bench::PowerLawGraph& made,
           const std::filesystem::path& directory) {
  graph::GraphImport import(directory);
  std::vector<graph::EntityId> keys;
  for (const text::Entity& entity : made.entities) {
    keys.push_back(graph::make_entity_key(entity.id));
    import.add_entity(entity);
  }
  graph::ImportedArticle article;
  article.source = "Bench";
  article.sentences.resize(20);
  for (size_t i = 0; i < made.article_ids.size(); ++i) {
    article.id = text::ArticleId{made.article_ids[i]};
    article.title = "Article " + std::to_string(i);
    article.published = text::Timestamp{made.published[i]};
    import.add_article(article);
  }
  for (const bench::Statement& one : made.statements) {
    graph::EvidenceEntry evidence;
    evidence.sentence = one.sentence;
    evidence.modality = one.modality;
    evidence.confidence = one.confidence;
    evidence.rule = "bench";
    import.add_evidence({keys[one.source], one.type, keys[one.target]},
                        text::ArticleId{made.article_ids[one.article]},
                        evidence);
  }
  import.finish();
}

template <typename Build>
void measure_build(const char* who, const std::filesystem::path& path,
                   Build run) {
  const double cpu = cpu_seconds();
  const auto start = Clock::now();
  run();
  std::printf("%-8s build %8.1f s, %.1f s of CPU, %.0f MB\n", who,
              seconds_since(start), cpu_seconds() - cpu,
              bench::megabytes(path));
}

struct Request {
  uint32_t entity = 0;
  uint32_t other = 0;
};

// A kind of request, and how it is asked.
struct Question {
  const char* name;
  std::function<void(const Request&)> ask;
};

// Asks those questions whose names begin with `wanted`.
void measure(const char* who, uint32_t entities,
             const std::vector<Question>& questions, std::string_view wanted) {
  for (const Question& question : questions) {
    if (!std::string_view(question.name).starts_with(wanted)) continue;
    bench::EntityDraw draw(entities);
    const auto [p50, p95] = bench::measure_requests(
        [&] {
          const uint32_t entity = draw.next();
          return Request{entity, draw.next()};
        },
        question.ask);
    std::printf("%-8s %-24s %9.3f ms %9.3f ms\n", who, question.name, p50, p95);
  }
}

// The 20 strongest edges of an entity, with names.
void one_hop(const graph::Database& database, const std::string& id) {
  size_t read = 0;
  for (graph::EdgeScan scan(database, graph::make_entity_key(id), {});
       scan.valid() && read < 20; scan.next(), ++read) {
    graph::summary_at(database, scan.key().other);
  }
}

void measure_ours(const bench::PowerLawGraph& made,
                  const std::filesystem::path& directory,
                  std::string_view wanted) {
  const graph::GraphReader reader(directory);
  const auto database = graph::Database::open(directory);
  const auto id = [&](uint32_t n) { return made.entities[n].id; };
  const std::vector<Question> questions = {
      {"related",
       [&](const Request& of) { reader.related({.entity = id(of.entity)}); }},
      {"related, type + period",
       [&](const Request& of) {
         reader.related({.entity = id(of.entity),
                         .types = {text::EntityType::kCompany},
                         .period = kYear});
       }},
      {"one hop", [&](const Request& of) { one_hop(database, id(of.entity)); }},
      {"two hops, top 20",
       [&](const Request& of) {
         reader.neighbourhood({.entities = {id(of.entity)},
                               .hops = 2,
                               .max_nodes = 21,
                               .max_links = 20});
       }},
      {"path", [&](const Request& of) {
         reader.paths({.from = id(of.entity), .to = id(of.other)});
       }}};
  measure("lode", static_cast<uint32_t>(made.entities.size()), questions,
          wanted);
}

void measure_sqlite(const bench::PowerLawGraph& made,
                    const std::filesystem::path& file) {
  std::optional<bench::SqliteGraph> sqlite;
  measure_build("SQLite", file, [&] { sqlite.emplace(file, made); });
  const std::vector<Question> questions = {
      {"related", [&](const Request& of) { sqlite->related(of.entity); }},
      {"related, type + period",
       [&](const Request& of) {
         sqlite->related_in(of.entity,
                            static_cast<int>(text::EntityType::kCompany),
                            static_cast<int64_t>(*kYear.from),
                            static_cast<int64_t>(*kYear.to));
       }},
      {"one hop", [&](const Request& of) { sqlite->one_hop(of.entity); }},
      {"two hops, top 20",
       [&](const Request& of) { sqlite->two_hops(of.entity); }},
      {"path", [&](const Request& of) { sqlite->path(of.entity, of.other); }}};
  measure("SQLite", static_cast<uint32_t>(made.entities.size()), questions, "");
}

struct Options {
  uint32_t edges = 2000000;
  std::optional<std::filesystem::path> graph;
  std::string ask;  // empty: everything
  std::optional<std::filesystem::path> csv;
};

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (i + 1 == argc) throw std::invalid_argument("an option has no value");
    const std::string value = argv[i + 1];
    if (name == "--edges") {
      options.edges = static_cast<uint32_t>(std::stoul(value));
    } else if (name == "--graph") {
      options.graph = value;
    } else if (name == "--ask") {
      options.ask = value;
    } else if (name == "--write-csv") {
      options.csv = value;
    } else {
      throw std::invalid_argument("unknown option " + std::string(name));
    }
  }
  return options;
}

void run(const Options& options) {
  const uint32_t edges = options.edges;
  const auto made = bench::make_graph(
      {.entities = edges / 10, .edges = edges, .articles = edges / 20});
  std::printf("%zu entities, %u edges, %zu pieces of evidence\n",
              made.entities.size(), made.edge_count, made.statements.size());
  if (options.csv) {
    return bench::write_csv(made, bench::kRequests, *options.csv);
  }
  const bench::TemporaryDirectory directory("peers-bench");
  const auto ours = options.graph.value_or(directory / "graph");
  if (!std::filesystem::exists(ours)) {
    measure_build("lode", ours, [&] { build(made, ours); });
  }
  std::printf("%-33s %9s    %9s\n", "", "p50", "p95");
  measure_ours(made, ours, options.ask);
  std::fflush(stdout);
  if (!options.graph) measure_sqlite(made, directory / "sqlite");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parse(argc, argv));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "peers_bench: %s\n", error.what());
    return 1;
  }
}
