#include "bench/retrieval_set.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "text/language.h"

namespace bench {
namespace {

constexpr size_t kShown = 10;

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(path.string() + ": can't be read");
  return file;
}

double discount(size_t rank) {
  return 1 / std::log2(static_cast<double>(rank) + 2);
}

std::vector<text::Article> read_articles(const std::filesystem::path& path) {
  std::vector<text::Article> articles;
  std::ifstream file = open(path);
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line);
    text::Article& article = articles.emplace_back();
    article.id = text::ArticleId{articles.size()};
    article.external_id = record.at("_id");
    article.title = record.value("title", "");
    article.body = record.at("text");
    article.language =
        text::detect_language(article.title + "\n\n" + article.body);
  }
  return articles;
}

std::map<std::string, std::map<std::string, int>> read_relevance(
    const std::filesystem::path& path) {
  std::map<std::string, std::map<std::string, int>> relevance;
  std::ifstream file = open(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string topic;
    std::string article;
    int gain = 0;
    if (fields >> topic >> article >> gain && gain > 0) {
      relevance[topic][article] = gain;
    }
  }
  return relevance;
}

double ideal_gain(const Topic& topic) {
  std::vector<int> gains;
  for (const auto& [article, gain] : topic.relevance) gains.push_back(gain);
  std::ranges::sort(gains, std::ranges::greater());
  double sum = 0;
  for (size_t i = 0; i < std::min(kShown, gains.size()); ++i) {
    sum += gains[i] * discount(i);
  }
  return sum;
}

}  // namespace

RetrievalSet read_retrieval_set(const std::filesystem::path& directory) {
  RetrievalSet set;
  set.articles = read_articles(directory / "corpus.jsonl");
  const auto relevance = read_relevance(directory / "qrels" / "test.tsv");
  std::ifstream file = open(directory / "queries.jsonl");
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line);
    const std::string id = record.at("_id");
    if (const auto known = relevance.find(id); known != relevance.end()) {
      set.topics.push_back({id, record.at("text"), known->second});
    }
  }
  return set;
}

Relevance judge(const Topic& topic, const std::vector<std::string>& ranking) {
  Relevance measured;
  double precisions = 0;
  int found = 0;
  for (size_t rank = 0; rank < ranking.size(); ++rank) {
    const auto relevant = topic.relevance.find(ranking[rank]);
    if (relevant == topic.relevance.end()) continue;
    const auto place = static_cast<double>(rank + 1);
    precisions += ++found / place;
    if (rank >= kShown) continue;
    measured.ndcg10 += relevant->second * discount(rank);
    if (measured.mrr10 == 0) measured.mrr10 = 1 / place;
  }
  measured.map = precisions / static_cast<double>(topic.relevance.size());
  measured.ndcg10 /= ideal_gain(topic);
  return measured;
}

}  // namespace bench
