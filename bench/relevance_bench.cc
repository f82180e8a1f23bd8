// How well the search ranks: indexes test collections and asks their topics,
// each a bag of words, as `lode search --batch` does.
//
//   relevance_bench DIRECTORY...
//
// DIRECTORY has a collection in the layout of BEIR.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/measure.h"
#include "bench/retrieval_set.h"
#include "search/index_reader.h"
#include "search/index_writer.h"

namespace {

constexpr uint32_t kDepth = 1000;

std::vector<std::string> rank(const search::IndexReader& reader,
                              const std::string& query) {
  const auto answer = reader.search({.query = query,
                                     .match = search::MatchWords::kAny,
                                     .limit = kDepth,
                                     .snippets = false},
                                    {});
  std::vector<std::string> ids;
  for (const search::Hit& hit : answer.hits) {
    ids.push_back(hit.article.external_id);
  }
  return ids;
}

void measure(const std::filesystem::path& path) {
  const bench::RetrievalSet set = bench::read_retrieval_set(path);
  const bench::TemporaryDirectory directory("relevance-bench");
  search::SegmentWriter writer(directory / "segment");
  for (const text::Article& article : set.articles) writer.add(article, {});
  writer.finish();
  const search::IndexReader reader({{directory / "segment"}});
  bench::Relevance sum;
  const auto start = bench::Clock::now();
  for (const bench::Topic& topic : set.topics) {
    const bench::Relevance one = bench::judge(topic, rank(reader, topic.text));
    sum.ndcg10 += one.ndcg10;
    sum.map += one.map;
    sum.mrr10 += one.mrr10;
  }
  const auto topics = static_cast<double>(set.topics.size());
  std::printf("%-12s nDCG@10 %.4f  MAP %.4f  MRR@10 %.4f  %.1f ms a topic\n",
              path.filename().c_str(), sum.ndcg10 / topics, sum.map / topics,
              sum.mrr10 / topics, bench::seconds_since(start) * 1000 / topics);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    for (int i = 1; i < argc; ++i) measure(argv[i]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "relevance_bench: %s\n", error.what());
    return 1;
  }
}
