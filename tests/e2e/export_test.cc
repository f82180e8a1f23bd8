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

using Arguments = std::vector<std::string>;

// What `lode export` ends with, given `more`.
CommandResult export_from(const std::string& data, const Arguments& more) {
  Arguments arguments = {"export", "--data", data};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return lode(arguments);
}

std::string exported(const std::string& data, const std::string& format,
                     Arguments more = {}) {
  more.insert(more.begin(), {"--format", format});
  const auto result = export_from(data, more);
  INFO(result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

// Parts of the sample that take little time to read.
const Arguments kAround = {"--entity", "Korea Zinc", "--hops", "1"};
const Arguments kPart = {"--entity", "Korea Zinc", "--relation", "acquires"};

// What must survive: by id, without order.
struct Graph {
  std::map<std::string, Json> entities;
  std::map<std::string, Json> edges;
  std::map<std::string, std::set<std::string>> evidence;  // by edge
  size_t facts = 0;
};

// Which sentences an edge has, and how each is meant: its confidence is
// rounded, and the body that it begins in is an excerpt.
std::string told(Json evidence) {
  evidence.erase("confidence");
  evidence.erase("sentence_begin");
  return evidence.dump();
}

void add_edge(Json edge, Graph& graph) {
  const std::string id = edge["id"];
  for (const Json& one : edge["evidence"]) {
    graph.evidence[id].insert(told(one));
  }
  edge.erase("evidence");
  // Four decimals of each piece of evidence are exported.
  edge["confidence"] = std::round(edge["confidence"].get<double>() * 100);
  graph.edges[id] = edge;
}

Graph graph_of(const std::string& data, const Arguments& more = {}) {
  Graph graph;
  std::istringstream text(exported(data, "jsonl", more));
  for (std::string line; std::getline(text, line);) {
    const Json json = Json::parse(line);
    if (json.contains("entity")) {
      graph.entities[json["entity"]["id"]] = json["entity"];
    }
    if (json.contains("article")) {
      graph.facts += json["article"]["facts"].size();
    }
    if (json.contains("edge")) add_edge(json["edge"], graph);
  }
  return graph;
}

CommandResult index(const std::string& data, const std::string& file) {
  return lode({"index", "--quiet", "--data", data, file});
}

// A data directory for what is written into files and read again.
class Round {
 public:
  std::string data() const { return directory_.path() / "data"; }

  // Every call writes and reads one file.
  CommandResult read(const std::string& text) const {
    const auto path = directory_.path() / "graph";
    std::ofstream(path, std::ios::binary) << text;
    return index(data(), path);
  }

 private:
  TemporaryDirectory directory_;
};

std::string called(const Json& entity) {
  return Json{entity["type"], entity["name"],
              entity.value("aliases", Json::array())}
      .dump();
}

}  // namespace

TEST_CASE("a graph that is exported and read again is the same graph") {
  const Round round;
  const std::string file = exported(sample_data(), "jsonl");
  const auto result = round.read(file);
  INFO(result.err);
  REQUIRE(result.status == 0);
  const Graph before = graph_of(sample_data());
  const Graph after = graph_of(round.data());
  CHECK(before.entities == after.entities);
  CHECK(before.edges == after.edges);
  CHECK(before.evidence == after.evidence);
  CHECK(before.facts == after.facts);
  CHECK(after.edges.size() > 100);

  const auto again = round.read(file);
  CHECK(again.out.find(" 0 added, 0 replaced,") != std::string::npos);
}

TEST_CASE("other formats bring the same edges with all their evidence") {
  const Graph before = graph_of(sample_data(), kAround);
  CHECK(before.edges.size() > 50);
  for (const std::string format : {"csv", "graphml", "gexf", "nt"}) {
    CAPTURE(format);
    const Round round;
    const auto result = round.read(exported(sample_data(), format, kAround));
    INFO(result.err);
    REQUIRE(result.status == 0);
    const Graph after = graph_of(round.data());
    CHECK(before.edges == after.edges);
    CHECK(before.evidence == after.evidence);
    CHECK(after.facts == (format == "nt" ? before.facts : 0));
    if (format == "csv") continue;  // It has no aliases.
    for (const auto& [id, entity] : after.entities) {
      CHECK(called(entity) == called(before.entities.at(id)));
    }
  }
}

TEST_CASE("an export never takes the place of a whole article") {
  const Round round;
  REQUIRE(index(round.data(), source_file("corpora/metals/jsonl")).status == 0);
  for (const std::string format : {"jsonl", "graphml"}) {
    const auto again = round.read(exported(round.data(), format));
    CHECK(again.status == 0);
    CHECK(again.out.find(" 0 added, 0 replaced,") != std::string::npos);
  }
}

TEST_CASE("a part of the graph is smaller, and read on its own") {
  const Graph part = graph_of(sample_data(), kPart);
  REQUIRE_FALSE(part.edges.empty());
  for (const auto& [id, edge] : part.edges) CHECK(edge["type"] == "acquires");
  for (const std::string format : {"jsonl", "nt"}) {
    CAPTURE(format);
    const Round round;
    REQUIRE(round.read(exported(sample_data(), format, kPart)).status == 0);
    CHECK(graph_of(round.data()).evidence == part.evidence);
  }
}

TEST_CASE("a file that is cut off says so, and the rest is read") {
  const std::string text = exported(sample_data(), "jsonl", kPart);
  const Round round;
  const auto result =
      round.read(text.substr(0, text.rfind("{\"article\":") + 200));
  CHECK(result.status == 3);
  CHECK(result.err.find("not JSON") != std::string::npos);
  CHECK(result.err.find("the exported graph ends early") != std::string::npos);
  CHECK(result.out.find("generation 000001") != std::string::npos);

  const std::string xml = exported(sample_data(), "gexf", kPart);
  const Round other;
  const auto cut = other.read(xml.substr(0, xml.rfind("<edge ")));
  CHECK(cut.status == 3);
  CHECK(cut.err.find("ends inside of an element") != std::string::npos);
  CHECK(count_lines(cut.err) == 1);
  CHECK(cut.out.find("generation 000001") != std::string::npos);
}

TEST_CASE("a relation that nobody knows costs its article and a line") {
  std::string text = exported(sample_data(), "jsonl", kPart);
  const std::string known = "{\"type\":\"acquires\"";
  const size_t article = text.find("{\"article\":");
  text.replace(text.find(known, article), known.size(), "{\"type\":\"likes\"");
  const auto result = Round().read(text);
  CHECK(result.status == 3);
  CHECK(result.err.find("has the unknown type `likes`") != std::string::npos);
  CHECK(count_lines(result.err) == 1);
}

TEST_CASE("tables of entities and facts are not read as articles") {
  for (const std::string table : {"entities", "facts"}) {
    const auto result =
        Round().read(exported(sample_data(), "csv", {"--table", table}));
    CAPTURE(result.err);
    CHECK(result.status == 3);
    CHECK(result.err.find("the table of edges is") != std::string::npos);
    CHECK(count_lines(result.err) == 1);
  }
}

TEST_CASE("an export goes to a file, and bad requests are refused") {
  const TemporaryDirectory directory;
  const std::string file = directory.path() / "nodes.csv";
  CHECK(exported(sample_data(), "csv", {"--nodes", "--output", file}).empty());
  CHECK(std::filesystem::file_size(file) > 1000);
  const auto status = [](const Arguments& more) {
    return export_from(sample_data(), more).status;
  };
  CHECK(status({}) == 2);
  CHECK(status({"--format", "xlsx"}) == 2);
  CHECK(status({"--format", "jsonl", "--hops", "99"}) == 2);
  CHECK(status({"--format", "jsonl", "--from", "2026", "--to", "2025"}) == 2);
  CHECK(status({"--format", "jsonl", "--entity", "Nobody Known"}) == 1);
  CHECK(status({"--format", "jsonl", "--output", "/nowhere/at/all"}) == 1);
}

}  // namespace e2e
