#include "indexer/exported/graph_triples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "tests/indexer/exported_graph.h"

namespace indexer {

namespace {

using Lines = std::vector<std::string>;

const std::string kRdf = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#";

std::string says(const std::string& subject, const std::string& predicate,
                 const std::string& object) {
  return "<urn:lode:" + subject + "> " + predicate + " " + object + " .\n";
}

std::string property(const std::string& name) {
  return "<urn:lode:property:" + name + ">";
}

std::string is_a(const std::string& subject, const std::string& type) {
  return says(subject, kRdf + "type>", "<urn:lode:type:" + type + ">");
}

std::string entity(const std::string& id, const std::string& type) {
  return is_a("entity:" + id, type) +
         says("entity:" + id, "<http://www.w3.org/2000/01/rdf-schema#label>",
              "\"The " + id + "\"");
}

const std::string kEntities =
    entity("company:株冶%20a", "company") + entity("facility:b", "facility");
const std::string kEdge =
    says("edge:1", kRdf + "type>", kRdf + "Statement>") +
    says("edge:1", kRdf + "subject>", "<urn:lode:entity:company:株冶%20a>") +
    says("edge:1", kRdf + "predicate>", "<urn:lode:relation:acquires>") +
    says("edge:1", kRdf + "object>", "<urn:lode:entity:facility:b>");
const std::string kEvidence =
    is_a("evidence:1", "evidence") +
    says("evidence:1", property("supports"), "<urn:lode:edge:1>") +
    says("evidence:1", "<http://purl.org/dc/terms/source>",
         "<urn:lode:article:00000000000000a1>") +
    says("evidence:1", property("sentence"), R"("A \"may\" buy B."@en)") +
    says("evidence:1", property("target_marks"), "\"14-15\"") +
    says("evidence:1", property("modality"), "\"planned\"");
const std::string kArticle =
    is_a("article:00000000000000a1", "article") +
    says("article:00000000000000a1", "<http://purl.org/dc/terms/title>",
         "\"News\"") +
    says("article:00000000000000a1", "<http://purl.org/dc/terms/identifier>",
         "<https://x.example/%C3%BC>");
const std::string kFact =
    is_a("fact:1", "fact") +
    says("fact:1", property("entity"), "<urn:lode:entity:facility:b>") +
    says("fact:1", property("measure"), "\"capacity\"") +
    says("fact:1", property("value"), "\"5.5\"") +
    says("fact:1", property("sentence"), "\"B makes 5.5 t.\"") +
    says("fact:1", property("quantity"), "\"8-13\"") +
    says("fact:1", "<http://purl.org/dc/terms/source>",
         "<urn:lode:article:00000000000000a1>");
const std::string kAll = kEntities + kEdge + kEvidence + kArticle + kFact;

}  // namespace

TEST_CASE("triples become an article with its sentences, edges and facts") {
  const ReadGraph graph = read_graph(kAll);
  CHECK(graph.rejects == Lines{});
  REQUIRE(graph.articles.size() == 1);
  const ReadArticle& read = graph.articles[0];
  CHECK(read.article.title == "News");
  CHECK(read.article.url == "https://x.example/%C3%BC");
  CHECK(read.article.body == "A \"may\" buy B.\n\n…\n\nB makes 5.5 t.");
  REQUIRE(read.annotation->relations.size() == 1);
  CHECK(read.annotation->relations[0].source == "company:株冶 a");
  REQUIRE(read.annotation->mentions.size() == 1);
  REQUIRE(read.annotation->facts.size() == 1);
  CHECK(text::slice(read.article.body, read.annotation->facts[0].quantity) ==
        "5.5 t");
}

TEST_CASE("lines may stand in any order") {
  std::istringstream text(kAll);
  Lines lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  std::ranges::reverse(lines);
  std::string reversed;
  for (const std::string& line : lines) reversed += line + "\n";
  const ReadGraph graph = read_graph(reversed);
  CHECK(graph.rejects == Lines{});
  REQUIRE(graph.articles.size() == 1);
  CHECK(graph.articles[0].annotation->relations.size() == 1);
}

TEST_CASE("an edge without evidence, and evidence without an edge, are named") {
  CHECK(read_graph(kEntities + kEdge).rejects ==
        Lines{"graph: record 5: the edge <urn:lode:edge:1> has no evidence"});
  CHECK(read_graph(kEntities + kEvidence).rejects ==
        Lines{"graph: record 5: supports <urn:lode:edge:1>, which is no edge"});
  CHECK(read_graph("<http://x.example/a> <http://x.example/p> \"b\" .\n")
            .rejects ==
        Lines{"graph: no edge has evidence, and an edge without a sentence is "
              "not read"});
}

TEST_CASE("a line that is no triple is named, and the others are read") {
  const auto reject = [](const std::string& line) {
    const ReadGraph graph = read_graph(kAll + line);
    CHECK(graph.articles.size() == 1);
    REQUIRE(graph.rejects.size() == 1);
    return graph.rejects[0];
  };
  CHECK(reject("<urn:lode:edge:2> <urn:p") ==
        "graph: record 25: no triple: the end of an IRI is missing at byte 25");
  CHECK(reject("<urn:\xff> <urn:p> \"\" .") == "graph: record 25: not UTF-8");
  CHECK(reject(is_a("entity:nobody", "person")) ==
        "graph: record 25: `nobody` is not an entity id");
}

}  // namespace indexer
