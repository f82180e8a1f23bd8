// How fast articles are read, without their parsing and printing:
//
//   extract_bench RESOURCES FILE.jsonl
//
// Prints the time to load the extractor from the folder RESOURCES, the words
// (runs of non-spaces, titles included) that it reads a second on one thread,
// what it finds, and the most memory that was resident.

#include <sys/resource.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extractor.h"
#include "indexer/articles.h"
#include "text/article.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    words += !space && !in_word ? 1 : 0;
    in_word = !space;
  }
  return words;
}

std::vector<text::Article> read_file(const std::string& file) {
  std::vector<text::Article> articles;
  const indexer::ReadSink sink = {
      .on_article =
          [&](indexer::ReadArticle read) {
            articles.push_back(std::move(read.article));
          },
      .on_reject = [](const indexer::Reject&) {},
      .on_bytes = [](uint64_t) {}};
  indexer::read_articles({file}, 1, sink);
  return articles;
}

// Megabytes.
double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

int run(const std::string& resources, const std::string& file) {
  const auto load_start = Clock::now();
  const extract::Extractor extractor(resources);
  std::printf("load        %8.1f ms, %.0f MB resident after it\n",
              seconds_since(load_start) * 1000, peak_memory());
  const auto articles = read_file(file);
  size_t words = 0;
  for (const auto& article : articles) {
    words += count_words(article.title) + count_words(article.body);
  }
  size_t mentions = 0;
  size_t relations = 0;
  size_t facts = 0;
  const std::clock_t cpu_start = std::clock();
  const auto start = Clock::now();
  for (const auto& article : articles) {
    const auto annotation = extractor.extract(article).annotation;
    mentions += annotation.mentions.size();
    relations += annotation.relations.size();
    facts += annotation.facts.size();
  }
  const double seconds = seconds_since(start);
  const double cpu_seconds = static_cast<double>(std::clock() - cpu_start) /
                             static_cast<double>(CLOCKS_PER_SEC);
  std::printf("articles    %8zu, %zu words in %.2f s: %.0f words/s\n",
              articles.size(), words, seconds,
              static_cast<double>(words) / seconds);
  std::printf("cpu         %8.2f s: %.0f words/s, were the core free\n",
              cpu_seconds, static_cast<double>(words) / cpu_seconds);
  std::printf("found       %8zu mentions, %zu relations, %zu facts\n", mentions,
              relations, facts);
  std::printf("memory      %8.0f MB resident at most, articles included\n",
              peak_memory());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: extract_bench RESOURCES FILE.jsonl\n");
    return 2;
  }
  try {
    return run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "extract_bench: %s\n", error.what());
    return 1;
  }
}
