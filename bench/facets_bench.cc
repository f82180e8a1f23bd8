// How long facets, a histogram, deep pages and their first use take.
//
//   facets_bench CORPORA INDEXES
//
// CORPORA as in search_bench. The index is built in INDEXES/faceted unless it
// is there: passages of fifty sources, each with up to ten entities, the names
// that its first words with a capital letter would be.

#include <cctype>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "bench/passages.h"
#include "search/index_reader.h"
#include "search/index_writer.h"

namespace {

constexpr size_t kPassageBytes = 900;
constexpr size_t kEntities = 10;
constexpr uint64_t kSources = 50;
constexpr int kRuns = 100;

std::vector<std::string> find_names(const std::string& body) {
  std::set<std::string> names;
  for (size_t at = 0; at < body.size() && names.size() < kEntities; ++at) {
    const bool begins = at == 0 || body[at - 1] == ' ';
    if (!begins || std::isupper(static_cast<unsigned char>(body[at])) == 0) {
      continue;
    }
    std::string name = "person:";
    for (size_t i = at; i < body.size(); ++i) {
      const auto byte = static_cast<unsigned char>(body[i]);
      if (std::isalpha(byte) == 0) break;
      name.push_back(static_cast<char>(std::tolower(byte)));
    }
    names.insert(std::move(name));
  }
  return {names.begin(), names.end()};
}

void build(const std::filesystem::path& corpora,
           const std::filesystem::path& directory) {
  search::SegmentWriter writer(directory);
  for (text::Article& passage : bench::read_passages(corpora, kPassageBytes)) {
    passage.source =
        "Source " +
        std::to_string(static_cast<uint64_t>(passage.id) % kSources);
    writer.add(passage, find_names(passage.body));
  }
  writer.finish();
}

void measure(const search::IndexReader& reader, const char* what,
             const search::SearchRequest& request) {
  uint64_t total = 0;
  const auto ask = [&](const search::SearchRequest& asked) {
    total = reader.search(asked, {}).total;
  };
  ask(request);
  std::vector<double> times;
  for (int run = 0; run < kRuns; ++run) {
    times.push_back(bench::milliseconds_of(request, ask));
  }
  const auto [p50, p95] = bench::percentiles(std::move(times));
  std::printf("%-30s %-12s %6llu found  %.2f / %.2f ms\n", what,
              request.query.c_str(), static_cast<unsigned long long>(total),
              p50, p95);
}

void run(const std::filesystem::path& corpora,
         const std::filesystem::path& indexes) {
  const auto directory = indexes / "faceted";
  if (!std::filesystem::exists(directory)) {
    std::filesystem::create_directories(indexes);
    build(corpora, directory);
  }
  const search::IndexReader reader({{directory}});
  const auto start = bench::Clock::now();
  reader.warm_up();
  std::printf("columns are read in %.0f ms\n",
              bench::seconds_since(start) * 1000);
  for (const char* query : {"the", "year", "year OR time", "city state"}) {
    search::SearchRequest request{.query = query, .snippets = false};
    request.histogram = search::Interval::kMonth;
    request.facets = {search::Facet::kSource, search::Facet::kLanguage,
                      search::Facet::kKind, search::Facet::kYear,
                      search::Facet::kEntity};
    measure(reader, "five facets and a histogram", request);
  }
  for (const uint32_t offset : {0u, 1000u, 10'000u, 50'000u}) {
    measure(reader, ("ten from " + std::to_string(offset) + " on").c_str(),
            {.query = "the", .offset = offset, .snippets = false});
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "facets_bench CORPORA INDEXES\n");
    return 2;
  }
  try {
    run(argv[1], argv[2]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "facets_bench: %s\n", error.what());
    return 1;
  }
}
