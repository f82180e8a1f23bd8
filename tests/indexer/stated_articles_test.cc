#include "indexer/exported/stated_articles.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/graph_line.h"

namespace indexer {

namespace {

constexpr size_t kLittle = 2000;  // bytes: a few statements

Statement statement(uint64_t number) {
  const std::string name = "B" + std::to_string(number % 7);
  Statement one = read_statement(
      {text::RelationType::kOwns, "company:a", "company:" + name},
      {{"sentence", "A owns " + name + " for " + std::to_string(number)}},
      number + 1);
  one.sentence.begin = static_cast<uint32_t>(number);
  return one;
}

std::vector<ReadArticle> finish(StatedArticles& articles) {
  std::vector<ReadArticle> read;
  articles.finish(
      {[&](const Record& record) {
         read.push_back(parse_graph_line(record.bytes).value());
       },
       [](const Reject& reject) { FAIL_CHECK(to_string(reject)); }});
  return read;
}

}  // namespace

TEST_CASE("articles that do not fit into memory are put together from files") {
  StatedArticles articles("graph", kLittle);
  for (uint64_t i = 0; i < 300; ++i) {
    articles.add(text::ArticleId{i % 3 + 1}, statement(i));
  }
  for (const std::string id : {"a", "B0", "B1", "B2", "B3", "B4", "B5", "B6"}) {
    articles.add({"company:" + id, text::EntityType::kCompany, id, {}}, 1);
  }
  const auto read = finish(articles);
  REQUIRE(read.size() == 3);
  CHECK(read[0].article.id == text::ArticleId{1});
  for (const ReadArticle& one : read) {
    CHECK(one.annotation->relations.size() == 100);
    CHECK(one.entities.size() == 8);
  }
  CHECK(read[1].article.body.starts_with("A owns B1 for 1\n"));
}

TEST_CASE("an article larger than a record may be is left out and named") {
  StatedArticles articles("graph");
  Statement huge = statement(1);
  huge.relation.target = "company:a";
  huge.sentence.text = std::string(33 << 20, 'x');
  articles.add({"company:a", text::EntityType::kCompany, "A", {}}, 1);
  articles.add(text::ArticleId{1}, huge);
  huge.sentence.text += "y";
  articles.add(text::ArticleId{1}, huge);
  huge.sentence.text = "A owns A.";
  articles.add(text::ArticleId{2}, huge);
  std::vector<uint64_t> records;
  std::vector<std::string> rejects;
  articles.finish(
      {[&](const Record& record) { records.push_back(record.number); },
       [&](const Reject& reject) { rejects.push_back(to_string(reject)); }});
  CHECK(records == std::vector<uint64_t>{2});
  CHECK(rejects ==
        std::vector<std::string>{
            "graph: the article 0000000000000001 is larger than 64 MB"});
}

}  // namespace indexer
