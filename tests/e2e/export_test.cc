// The graph out of one data directory and into another.

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/e2e/command.h"
#include "tests/temporary_directory.h"

namespace e2e {

namespace {

using Json = nlohmann::json;

std::string exported(const std::string& data,
                     const std::vector<std::string>& more) {
  std::vector<std::string> arguments = {"export", "--data", data};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const auto result = lode(arguments);
  INFO(result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

std::vector<Json> exported_lines(const std::string& data,
                                 const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments = {"--format", "jsonl"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::istringstream text(exported(data, arguments));
  std::vector<Json> lines;
  for (std::string line; std::getline(text, line);) {
    lines.push_back(Json::parse(line));
  }
  return lines;
}

// What must survive: by id, without order.
struct Graph {
  std::map<std::string, Json> entities;
  std::map<std::string, Json> edges;
  std::map<std::string, std::set<std::string>> sentences;  // by edge
  size_t facts = 0;
};

Graph graph_of(const std::vector<Json>& lines) {
  Graph graph;
  for (const Json& line : lines) {
    if (line.contains("entity")) {
      graph.entities[line["entity"]["id"]] = line["entity"];
    }
    if (line.contains("article")) {
      graph.facts += line["article"]["facts"].size();
    }
    if (!line.contains("edge")) continue;
    Json edge = line["edge"];
    const std::string id = edge["id"];
    for (const Json& one : edge["evidence"]) {
      graph.sentences[id].insert(one["article"].get<std::string>() + " " +
                                 one["sentence"].get<std::string>());
    }
    edge.erase("evidence");
    // Four decimals of each piece of evidence are exported.
    edge["confidence"] = std::round(edge["confidence"].get<double>() * 100);
    graph.edges[id] = edge;
  }
  return graph;
}

std::string write(const TemporaryDirectory& directory, const std::string& name,
                  const std::string& text) {
  const auto path = directory.path() / name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

CommandResult index(const std::string& data, const std::string& file) {
  return lode({"index", "--quiet", "--data", data, file});
}

}  // namespace

TEST_CASE("a graph that is exported and read again is the same graph") {
  const TemporaryDirectory directory;
  const std::string file = write(
      directory, "graph.jsonl", exported(sample_data(), {"--format", "jsonl"}));
  const std::string data = directory.path() / "data";
  const auto result = index(data, file);
  INFO(result.err);
  REQUIRE(result.status == 0);
  const Graph before = graph_of(exported_lines(sample_data()));
  const Graph after = graph_of(exported_lines(data));
  CHECK(before.entities == after.entities);
  CHECK(before.edges == after.edges);
  CHECK(before.sentences == after.sentences);
  CHECK(before.facts == after.facts);
  CHECK(before.edges.size() > 100);

  const auto again = index(data, file);
  CHECK(again.out.find(" 0 added, 0 replaced,") != std::string::npos);
}

TEST_CASE("the table of edges brings the same edges and sentences") {
  const TemporaryDirectory directory;
  const std::string file = write(directory, "edges.csv",
                                 exported(sample_data(), {"--format", "csv"}));
  const std::string data = directory.path() / "data";
  const auto result = index(data, file);
  INFO(result.err);
  REQUIRE(result.status == 0);
  const Graph before = graph_of(exported_lines(sample_data()));
  const Graph after = graph_of(exported_lines(data));
  CHECK(before.edges == after.edges);
  CHECK(before.sentences == after.sentences);
}

TEST_CASE("an export never takes the place of a whole article") {
  const TemporaryDirectory directory;
  const std::string archive = source_file("corpora/metals/jsonl");
  const std::string data = directory.path() / "data";
  REQUIRE(index(data, archive).status == 0);
  const std::string file =
      write(directory, "graph.jsonl", exported(data, {"--format", "jsonl"}));
  const auto again = index(data, file);
  CHECK(again.status == 0);
  CHECK(again.out.find(" 0 added, 0 replaced,") != std::string::npos);
}

TEST_CASE("a part of the graph is smaller, and read on its own") {
  const TemporaryDirectory directory;
  const std::vector<std::string> part = {"--entity", "Korea Zinc", "--hops",
                                         "1",        "--relation", "acquires"};
  const Graph exported_part = graph_of(exported_lines(sample_data(), part));
  REQUIRE_FALSE(exported_part.edges.empty());
  for (const auto& [id, edge] : exported_part.edges) {
    CHECK(edge["type"] == "acquires");
  }
  std::vector<std::string> arguments = {"--format", "jsonl"};
  arguments.insert(arguments.end(), part.begin(), part.end());
  const std::string file =
      write(directory, "part.jsonl", exported(sample_data(), arguments));
  const std::string data = directory.path() / "data";
  REQUIRE(index(data, file).status == 0);
  CHECK(graph_of(exported_lines(data)).sentences == exported_part.sentences);
}

TEST_CASE("a file that is cut off says so, and the rest is read") {
  const TemporaryDirectory directory;
  std::string text = exported(sample_data(), {"--format", "jsonl"});
  text.resize(text.rfind("{\"article\":") + 200);
  const std::string file = write(directory, "graph.jsonl", text);
  const auto result = index(directory.path() / "data", file);
  CHECK(result.status == 3);
  CHECK(result.err.find("not JSON") != std::string::npos);
  CHECK(result.err.find("the exported graph ends early") != std::string::npos);
  CHECK(result.out.find("generation 000001") != std::string::npos);
}

TEST_CASE("a relation that nobody knows costs its article and a line") {
  const TemporaryDirectory directory;
  std::string text = exported(sample_data(), {"--format", "jsonl"});
  const std::string known = "{\"type\":\"acquires\"";
  const size_t article = text.find("{\"article\":");
  text.replace(text.find(known, article), known.size(), "{\"type\":\"likes\"");
  const auto result =
      index(directory.path() / "data", write(directory, "graph.jsonl", text));
  CHECK(result.status == 3);
  CHECK(result.err.find("has the unknown type `likes`") != std::string::npos);
  CHECK(count_lines(result.err) == 1);
}

TEST_CASE("forms that are only written are not read as articles") {
  const TemporaryDirectory directory;
  for (const std::string format : {"graphml", "gexf", "nt"}) {
    const std::string file =
        write(directory, "graph." + format,
              exported(sample_data(), {"--format", format}));
    const auto result = index(directory.path() / format, file);
    CAPTURE(result.err);
    CHECK(result.status == 3);
    CHECK(result.err.find("in a form that is not read") != std::string::npos);
    CHECK(count_lines(result.err) == 1);
  }
}

TEST_CASE("an export goes to a file, and bad requests are refused") {
  const TemporaryDirectory directory;
  const std::string file = directory.path() / "nodes.csv";
  CHECK(
      exported(sample_data(), {"--format", "csv", "--nodes", "--output", file})
          .empty());
  CHECK(std::filesystem::file_size(file) > 1000);
  const auto status = [](const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"export", "--data", sample_data()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return lode(arguments).status;
  };
  CHECK(status({}) == 2);
  CHECK(status({"--format", "xlsx"}) == 2);
  CHECK(status({"--format", "jsonl", "--hops", "99"}) == 2);
  CHECK(status({"--format", "jsonl", "--from", "2026", "--to", "2025"}) == 2);
  CHECK(status({"--format", "jsonl", "--entity", "Nobody Known"}) == 1);
  CHECK(status({"--format", "jsonl", "--output", "/nowhere/at/all"}) == 1);
}

}  // namespace e2e
