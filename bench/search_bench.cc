// How long searches take, and building what they need: ours, Xapian as it comes
// and SQLite's FTS5, over the same passages.
//
//   search_bench CORPORA INDEXES [--ours] [--threads] [--write]
//
// CORPORA has `wikinews` and `enwiki` (bench/passages.h). What is missing in
// INDEXES is built there; what is there is asked. --ours: nobody else is
// measured. --threads: our searches on 1 to 8 threads. --write: the passages
// and queries are written there for bench/lucene.sh, and nothing is measured.
//
// Top ten with what is stored, without snippets. Every query is asked once
// before it is measured, then kRuns times; its best run counts.

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "bench/measure.h"
#include "bench/passage_peers.h"
#include "bench/passages.h"
#include "search/frequent_terms.h"
#include "search/index_reader.h"
#include "search/index_writer.h"
#include "search/suggestion_file.h"

namespace {

using bench::Joined;
using bench::WordQuery;

constexpr size_t kPassageBytes = 900;
constexpr size_t kQueries = 400;  // of each kind
constexpr int kRuns = 5;
constexpr size_t kWriters = 2;

struct QueryKind {
  const char* name;
  Joined joined;
  const std::vector<WordQuery>& queries;
};

using Search = std::function<size_t(const WordQuery&, Joined)>;

std::string query_text(const WordQuery& query, Joined joined) {
  std::string text;
  for (const std::string& word : query.words) {
    if (!text.empty()) text += joined == Joined::kAny ? " OR " : " ";
    text += word;
  }
  return joined == Joined::kPhrase ? '"' + text + '"' : text;
}

double best_milliseconds(const WordQuery& query, const QueryKind& kind,
                         const Search& search) {
  const auto ask = [&](const WordQuery& asked) { search(asked, kind.joined); };
  ask(query);
  double best = bench::milliseconds_of(query, ask);
  for (int run = 1; run < kRuns; ++run) {
    best = std::min(best, bench::milliseconds_of(query, ask));
  }
  return best;
}

void measure(const char* engine, std::span<const QueryKind> kinds,
             const Search& search) {
  std::printf("%-10s", engine);
  for (const QueryKind& kind : kinds) {
    std::vector<double> times;
    for (const WordQuery& query : kind.queries) {
      times.push_back(best_milliseconds(query, kind, search));
    }
    const auto [p50, p95] = bench::percentiles(std::move(times));
    std::printf("  %s %.3f / %.3f", kind.name, p50, p95);
  }
  std::printf("\n");
  std::fflush(stdout);
}

// What `build(part, number)` takes on kWriters threads, and `merge()` after it.
template <typename Build, typename Merge>
void build_parts(const char* engine, std::span<const text::Article> passages,
                 Build build, Merge merge) {
  const auto start = bench::Clock::now();
  const std::clock_t clock = std::clock();
  std::vector<std::jthread> threads;
  const size_t part = passages.size() / kWriters + 1;
  for (size_t i = 0; i < kWriters; ++i) {
    const size_t begin = std::min(i * part, passages.size());
    threads.emplace_back([=] {
      build(passages.subspan(begin).first(
                std::min(part, passages.size() - begin)),
            i);
    });
  }
  threads.clear();
  merge();
  std::printf("%-10s built in %.1f s, %.1f s of processor\n", engine,
              bench::seconds_since(start),
              static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC);
  std::fflush(stdout);
}

std::vector<std::filesystem::path> part_paths(
    const std::filesystem::path& whole) {
  std::vector<std::filesystem::path> parts;
  for (size_t i = 0; i < kWriters; ++i) {
    parts.push_back(whole.string() + "." + std::to_string(i));
  }
  return parts;
}

// How much of building is one of our files beside Xapian's: it is made again.
void measure_side_file(const std::filesystem::path& segment, const char* name,
                       void (*write)(const std::filesystem::path&)) {
  const std::clock_t clock = std::clock();
  write(segment);
  std::printf("%-10s of it %s: %.1f s of processor, %.1f MB\n", "lode", name,
              static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC,
              bench::megabytes(segment / name));
}

void build_ours(std::span<const text::Article> passages,
                const std::filesystem::path& whole) {
  const auto parts = part_paths(whole);
  build_parts(
      "lode", passages,
      [&](std::span<const text::Article> part, size_t number) {
        search::SegmentWriter writer(parts[number]);
        for (const text::Article& passage : part) writer.add(passage, {});
        writer.finish_for_merge();
      },
      [&] { search::merge_segments(parts, whole); });
  for (const auto& part : parts) std::filesystem::remove_all(part);
  measure_side_file(whole, "suggestions", search::write_suggestions);
  measure_side_file(whole, "frequent_terms", search::write_frequent_terms);
}

void build_plain(std::span<const text::Article> passages,
                 const std::filesystem::path& whole) {
  const auto parts = part_paths(whole);
  build_parts(
      "xapian", passages,
      [&](std::span<const text::Article> part, size_t number) {
        bench::build_xapian(part, parts[number]);
      },
      [&] { bench::merge_xapian(parts, whole); });
  for (const auto& part : parts) std::filesystem::remove_all(part);
}

void build_sqlite(std::span<const text::Article> passages,
                  const std::filesystem::path& file) {
  const auto start = bench::Clock::now();
  bench::SqlitePassages(file).add(passages);
  std::printf("%-10s built in %.1f s on one thread\n", "fts5",
              bench::seconds_since(start));
}

size_t ask_ours(const search::IndexReader& reader, const WordQuery& query,
                Joined joined) {
  return reader
      .search({.query = query_text(query, joined), .snippets = false}, {})
      .hits.size();
}

void measure_threads(const search::IndexReader& reader,
                     std::span<const QueryKind> kinds) {
  for (const size_t count : {1, 2, 4, 8}) {
    const auto start = bench::Clock::now();
    std::vector<std::jthread> threads;
    for (size_t i = 0; i < count; ++i) {
      threads.emplace_back([&] {
        for (const QueryKind& kind : kinds) {
          for (const WordQuery& query : kind.queries) {
            ask_ours(reader, query, kind.joined);
          }
        }
      });
    }
    threads.clear();
    const double asked = static_cast<double>(count * kinds.size() * kQueries);
    std::printf("%zu threads  %.0f searches a second\n", count,
                asked / bench::seconds_since(start));
  }
}

// A passage a line: title, tab, body. A query a line: kind, tab, words.
void write_for_others(std::span<const text::Article> passages,
                      std::span<const QueryKind> kinds,
                      const std::filesystem::path& directory) {
  std::ofstream texts(directory / "passages.tsv");
  for (const text::Article& passage : passages) {
    std::string line = passage.title + "\t" + passage.body;
    std::ranges::replace(line, '\n', ' ');
    texts << line << '\n';
  }
  std::ofstream queries(directory / "queries.tsv");
  for (const QueryKind& kind : kinds) {
    for (const WordQuery& query : kind.queries) {
      queries << kind.name << '\t' << query_text(query, Joined::kAll) << '\n';
    }
  }
}

struct Options {
  bool only_ours = false;
  bool threads = false;
  bool only_writes = false;
};

void run(const std::filesystem::path& corpora,
         const std::filesystem::path& indexes, const Options& options) {
  const auto passages = bench::read_passages(corpora, kPassageBytes);
  size_t bytes = 0;
  for (const text::Article& passage : passages) bytes += passage.body.size();
  std::printf("%zu passages of %zu bytes\n", passages.size(),
              bytes / passages.size());
  const bench::QuerySets sets = bench::draw_queries(passages, kQueries);
  const std::vector<QueryKind> kinds = {
      {"one", Joined::kAll, sets.one},
      {"and", Joined::kAll, sets.two_all},
      {"or", Joined::kAny, sets.three_any},
      {"phrase", Joined::kPhrase, sets.phrase}};
  std::filesystem::create_directories(indexes);
  if (options.only_writes) {
    write_for_others(passages, kinds, indexes);
    return;
  }
  const auto ours = indexes / "lode";
  if (!std::filesystem::exists(ours)) build_ours(passages, ours);
  std::printf("%-10s %.1f MB\n", "lode", bench::megabytes(ours));
  const search::IndexReader reader({{ours}});
  measure("lode", kinds, [&](const WordQuery& query, Joined joined) {
    return ask_ours(reader, query, joined);
  });
  if (options.threads) measure_threads(reader, kinds);
  if (options.only_ours) return;
  const auto plain = indexes / "xapian";
  if (!std::filesystem::exists(plain)) build_plain(passages, plain);
  std::printf("%-10s %.1f MB\n", "xapian", bench::megabytes(plain));
  const bench::XapianPassages xapian(plain);
  measure("xapian", kinds, [&](const WordQuery& query, Joined joined) {
    return xapian.search(query, joined);
  });
  const auto file = indexes / "fts5.sqlite";
  if (!std::filesystem::exists(file)) build_sqlite(passages, file);
  std::printf("%-10s %.1f MB\n", "fts5", bench::megabytes(file));
  const bench::SqlitePassages sqlite(file);
  measure("fts5", kinds, [&](const WordQuery& query, Joined joined) {
    return sqlite.search(query, joined);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr,
                 "search_bench CORPORA INDEXES [--ours] [--threads] "
                 "[--write]\n");
    return 2;
  }
  const std::filesystem::path corpora = argv[1];
  if (!std::filesystem::exists(corpora / "wikinews") ||
      !std::filesystem::exists(corpora / "enwiki")) {
    std::printf("no corpora in %s: nothing to measure\n", argv[1]);
    return 0;
  }
  const auto has = [&](const char* option) {
    return std::any_of(argv + 3, argv + argc, [&](const char* argument) {
      return std::strcmp(argument, option) == 0;
    });
  };
  try {
    run(corpora, argv[2],
        {.only_ours = has("--ours"),
         .threads = has("--threads"),
         .only_writes = has("--write")});
    return 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "search_bench: %s\n", error.get_description().c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "search_bench: %s\n", error.what());
  }
  return 1;
}
