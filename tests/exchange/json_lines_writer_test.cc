#include "exchange/json_lines_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/graph_line.h"
#include "tests/exchange/awkward_graph.h"

namespace exchange {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("every line is JSON that the reader knows as a graph's") {
  JsonLinesWriter writer;
  const auto lines = lines_of(write_all(writer));
  REQUIRE(lines.size() == 6);
  for (const std::string& line : lines) {
    CHECK(nlohmann::json::accept(line));
    CHECK(indexer::is_graph_line(line));
  }
  CHECK(nlohmann::json::parse(lines[1])["entity"]["name"] == kAwkwardName);
  CHECK(nlohmann::json::parse(lines[5])["end"]["edges"] == 1);
}

TEST_CASE("an article of the graph is read again as it was") {
  JsonLinesWriter writer;
  const auto lines = lines_of(write_all(writer));
  const auto read = indexer::parse_graph_line(lines[4]);
  REQUIRE(read);
  const ReadText original = awkward_article();
  CHECK(read->article.id == original.article.id);
  CHECK(read->article.url == original.article.url);
  CHECK(read->story == original.story);
  CHECK(read->entities == original.entities);
  REQUIRE(read->annotation->facts.size() == 1);
  const text::Fact& fact = read->annotation->facts[0];
  CHECK(fact.value == -5000.5);
  CHECK(text::slice(read->article.body, fact.quantity) == "two");
  CHECK(read->article.body == kAwkwardName + " may buy Plain.");
}

TEST_CASE("lines that are counted anew are passed over") {
  CHECK_FALSE(indexer::parse_graph_line(R"({"entity":{"id":"x"}})"));
  CHECK_FALSE(indexer::parse_graph_line(R"({"lode_graph":{"format":1}})"));
  CHECK_THROWS_WITH(
      indexer::parse_graph_line(R"({"lode_graph":{"format":9}})"),
      "an exported graph of format 9; this program reads format 1");
}

}  // namespace exchange
