// How fast pages become articles:
//
//   parse_bench ROUNDS FILE...
//
// Reads the records of all files first, then cleans each of them ROUNDS times
// on one thread. Prints articles, megabytes of records a second of processor
// time in the best round, and the most memory that was resident.

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/file_list.h"
#include "indexer/archive/record_reader.h"
#include "indexer/clean/cleaner.h"

namespace {

double processor_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::vector<indexer::Record> read_file(const std::string& path) {
  std::vector<indexer::Record> records;
  indexer::FileStream file(path, [](uint64_t) {});
  indexer::read_records(
      file, path,
      {[&](indexer::Record record) { records.push_back(std::move(record)); },
       [](const indexer::Reject& reject) {
         std::fprintf(stderr, "%s\n", to_string(reject).c_str());
       }});
  return records;
}

size_t clean_all(const std::vector<indexer::Record>& records) {
  size_t articles = 0;
  for (const indexer::Record& record : records) {
    articles += indexer::clean(record).articles.size();
  }
  return articles;
}

void measure(const std::vector<indexer::Record>& records, int rounds) {
  double bytes = 0;
  for (const indexer::Record& record : records) {
    bytes += static_cast<double>(record.bytes.size());
  }
  size_t articles = 0;
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double start = processor_seconds();
    articles = clean_all(records);
    best = std::min(best, processor_seconds() - start);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf(
      "%zu records, %.1f MB, %zu articles: %.1f MB/s; %ld MB resident\n",
      records.size(), bytes / 1e6, articles, bytes / 1e6 / best,
      usage.ru_maxrss / 1024);
}

}  // namespace

int main(int argc, char** argv) try {
  int rounds = 0;
  if (argc > 2) {
    const std::string_view text = argv[1];
    std::from_chars(text.data(), text.data() + text.size(), rounds);
  }
  if (rounds < 1) {
    std::fprintf(stderr, "usage: parse_bench ROUNDS FILE...\n");
    return 2;
  }
  std::vector<indexer::Record> records;
  for (int i = 2; i < argc; ++i) {
    for (indexer::Record& record : read_file(argv[i])) {
      records.push_back(std::move(record));
    }
  }
  measure(records, rounds);
} catch (const std::exception& error) {
  std::fprintf(stderr, "parse_bench: %s\n", error.what());
  return 1;
}
