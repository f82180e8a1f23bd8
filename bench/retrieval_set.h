// Test collections of retrieval in the layout of BEIR.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "text/article.h"

namespace bench {

struct Topic {
  std::string id;
  std::string text;
  std::map<std::string, int> relevance;  // by external id of the article; > 0
};

struct RetrievalSet {
  std::vector<text::Article> articles;
  std::vector<Topic> topics;  // those with something relevant
};

// Reads `corpus.jsonl`, `queries.jsonl` and `qrels/test.tsv`. Throws
// std::runtime_error.
RetrievalSet read_retrieval_set(const std::filesystem::path& directory);

struct Relevance {
  double ndcg10 = 0;  // of the first ten, gains as judged
  double map = 0;     // mean average precision
  double mrr10 = 0;   // of the first relevant one among the first ten
};

// Measures of one ranking, the best external id first.
Relevance judge(const Topic& topic, const std::vector<std::string>& ranking);

}  // namespace bench
