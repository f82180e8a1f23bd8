// How well articles that tell the same are recognised: `stories_bench PATH...`
// reads archives, plants reprints among their articles and compares the stories
// with the pairs whose shingles of 4 words have a Jaccard resemblance of 0.6 or
// more.

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "bench/planted_reprints.h"
#include "bench/shingle_pairs.h"
#include "graph/stories.h"
#include "indexer/articles.h"
#include "text/minhash.h"

namespace {

constexpr uint32_t kSeed = 20261123;
constexpr double kResembling = 0.6;

std::vector<std::string> read_bodies(const std::vector<std::string>& paths) {
  std::vector<std::string> bodies;
  indexer::ReadSink sink;
  sink.on_article = [&](indexer::ReadArticle read) {
    bodies.push_back(std::move(read.article.body));
  };
  sink.on_reject = [](const indexer::Reject&) {};
  sink.on_bytes = [](uint64_t) {};
  indexer::read_articles(paths, 2, sink);
  return bodies;
}

std::vector<bench::Pair> pairs_of_stories(
    const std::vector<text::ArticleId>& stories) {
  std::map<text::ArticleId, std::vector<uint32_t>> texts_of;
  for (uint32_t i = 0; i < stories.size(); ++i) {
    texts_of[stories[i]].push_back(i);
  }
  std::vector<bench::Pair> pairs;
  for (const auto& [story, texts] : texts_of) {
    for (size_t i = 0; i < texts.size(); ++i) {
      for (size_t j = 0; j < i; ++j) pairs.emplace_back(texts[j], texts[i]);
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

double ratio(size_t part, size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

int main(int argc, char** argv) {
  auto texts = read_bodies({argv + 1, argv + argc});
  const size_t articles = texts.size();
  for (std::string& reprint : bench::plant_reprints(texts, kSeed)) {
    texts.push_back(std::move(reprint));
  }
  const auto resembling = bench::find_resembling(texts, kResembling);

  std::vector<graph::SignedArticle> signed_articles;
  std::vector<text::Sample> samples;
  const auto begin = bench::Clock::now();
  for (size_t i = 0; i < texts.size(); ++i) {
    text::Sketch sketch = text::make_sketch(texts[i]);
    signed_articles.push_back({text::ArticleId{i}, sketch.signature});
    samples.push_back(std::move(sketch.sample));
  }
  const double signing = bench::seconds_since(begin);
  const auto signed_at = bench::Clock::now();
  const auto told = pairs_of_stories(graph::group_stories(
      signed_articles,
      [&](text::ArticleId id) { return samples[static_cast<size_t>(id)]; }));
  const double grouping = bench::seconds_since(signed_at);

  std::vector<bench::Pair> right;
  std::ranges::set_intersection(told, resembling, std::back_inserter(right));
  std::printf("%zu articles, %zu reprints, %zu pairs resemble each other\n",
              articles, texts.size() - articles, resembling.size());
  std::printf("stories: %zu pairs, precision %.4f, recall %.4f\n", told.size(),
              ratio(right.size(), told.size()),
              ratio(right.size(), resembling.size()));
  std::printf("signing %.2f s, grouping %.2f s\n", signing, grouping);
}
