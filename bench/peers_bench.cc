// A power-law graph in our storage and in SQLite: how long it takes to build,
// how large it is, and how long questions take.
//
//   peers_bench [EDGES]
//
// The graph is the same for the same number of edges, 2,000,000 by default;
// there are a tenth as many entities. Entities are asked about as often as
// edges end at them. Every request is made once before it is measured, so that
// what it reads is in memory.

#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/power_law_graph.h"
#include "bench/sqlite_graph.h"
#include "graph/edge_scan.h"
#include "graph/entity_lookup.h"
#include "graph/graph_import.h"
#include "graph/graph_reader.h"
#include "graph/paths.h"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kRequests = 400;  // of each kind
constexpr graph::Period kYear{text::Timestamp{1650000000},
                              text::Timestamp{1681536000}};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double megabytes(const std::filesystem::path& path) {
  uintmax_t bytes = 0;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) bytes += entry.file_size();
    }
  } else {
    bytes = std::filesystem::file_size(path);
  }
  return static_cast<double>(bytes) / 1e6;
}

// A directory that is removed at the end.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name =
        (std::filesystem::temp_directory_path() / "peers-bench-XXXXXX")
            .string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    path_ = name;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::filesystem::path operator/(const char* name) const {
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

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
              seconds_since(start), cpu_seconds() - cpu, megabytes(path));
}

template <typename Ask>
void measure(const char* who, const char* what, uint32_t entities, Ask ask) {
  bench::EntityDraw draw(entities);
  std::vector<double> milliseconds;
  for (int i = 0; i < kRequests; ++i) {
    const uint32_t entity = draw.next();
    const uint32_t other = draw.next();
    ask(entity, other);
    const auto start = Clock::now();
    ask(entity, other);
    milliseconds.push_back(seconds_since(start) * 1000);
  }
  std::ranges::sort(milliseconds);
  std::printf("%-8s %-24s %9.3f ms %9.3f ms\n", who, what,
              milliseconds[kRequests / 2], milliseconds[kRequests * 95 / 100]);
}

// The 20 strongest edges of an entity, with names.
void one_hop(const graph::Database& database, const std::string& id) {
  std::vector<std::string> keys;
  for (graph::EdgeScan scan(database, graph::make_entity_key(id), {});
       scan.valid() && keys.size() < 20; scan.next()) {
    keys.push_back(graph::entity_key(scan.key().other));
  }
  for (const auto& value : database.view_all(graph::Column::kEntities, keys)) {
    graph::decode_summary(value.bytes());
  }
}

void measure_ours(const bench::PowerLawGraph& made,
                  const std::filesystem::path& directory) {
  const graph::GraphReader reader(directory);
  const auto database = graph::Database::open(directory);
  const auto count = static_cast<uint32_t>(made.entities.size());
  const auto id = [&](uint32_t n) { return made.entities[n].id; };
  measure("lode", "related", count, [&](uint32_t entity, uint32_t) {
    reader.related({.entity = id(entity)});
  });
  measure("lode", "related, type + period", count,
          [&](uint32_t entity, uint32_t) {
            reader.related({.entity = id(entity),
                            .types = {text::EntityType::kCompany},
                            .period = kYear});
          });
  measure("lode", "one hop", count,
          [&](uint32_t entity, uint32_t) { one_hop(database, id(entity)); });
  measure("lode", "two hops, top 20", count, [&](uint32_t entity, uint32_t) {
    reader.neighbourhood({.entities = {id(entity)},
                          .hops = 2,
                          .max_nodes = 21,
                          .max_links = 20});
  });
  measure("lode", "path", count, [&](uint32_t entity, uint32_t other) {
    reader.paths({.from = id(entity), .to = id(other)});
  });
}

void measure_sqlite(const bench::PowerLawGraph& made,
                    bench::SqliteGraph& sqlite) {
  const auto count = static_cast<uint32_t>(made.entities.size());
  measure("SQLite", "related", count,
          [&](uint32_t entity, uint32_t) { sqlite.related(entity); });
  measure("SQLite", "related, type + period", count,
          [&](uint32_t entity, uint32_t) {
            sqlite.related_in(entity,
                              static_cast<int>(text::EntityType::kCompany),
                              static_cast<int64_t>(*kYear.from),
                              static_cast<int64_t>(*kYear.to));
          });
  measure("SQLite", "one hop", count,
          [&](uint32_t entity, uint32_t) { sqlite.one_hop(entity); });
  measure("SQLite", "two hops, top 20", count,
          [&](uint32_t entity, uint32_t) { sqlite.two_hops(entity); });
  measure("SQLite", "path", count,
          [&](uint32_t entity, uint32_t other) { sqlite.path(entity, other); });
}

int run(uint32_t edges) {
  const auto made = bench::make_graph(
      {.entities = edges / 10, .edges = edges, .articles = edges / 20});
  std::printf("%zu entities, %u edges, %zu pieces of evidence\n",
              made.entities.size(), made.edge_count, made.statements.size());
  const TemporaryDirectory directory;
  const auto ours = directory / "graph";
  measure_build("lode", ours, [&] { build(made, ours); });
  std::printf("%-33s %9s    %9s\n", "", "p50", "p95");
  measure_ours(made, ours);
  std::fflush(stdout);
  const auto file = directory / "sqlite";
  std::optional<bench::SqliteGraph> sqlite;
  measure_build("SQLite", directory / "sqlite",
                [&] { sqlite.emplace(file, made); });
  measure_sqlite(made, *sqlite);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc == 2 ? static_cast<uint32_t>(std::stoul(argv[1]))
                         : 2000000);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "peers_bench: %s\n", error.what());
    return 1;
  }
}
