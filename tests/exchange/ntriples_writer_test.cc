#include "exchange/ntriples_writer.h"

#include <doctest/doctest.h>

#include <regex>
#include <sstream>

#include "exchange/rdf_terms.h"
#include "tests/exchange/awkward_graph.h"

namespace exchange {

namespace {

// The grammar of N-Triples 1.1 without blank nodes and language tags.
bool is_triple(const std::string& line) {
  const std::string iri = R"(<[^\x00-\x20<>"{}|^`\\]*>)";
  const std::string text =
      R"("([^\x22\x5C\x0A\x0D]|\\[tbnrf"'\\]|\\u[0-9A-Fa-f]{4})*")";
  const std::regex triple(iri + " " + iri + " (" + iri + "|" + text +
                          R"((\^\^)" + iri + ")?) \\.");
  return std::regex_match(line, triple);
}

}  // namespace

TEST_CASE("every line is a triple") {
  NtriplesWriter writer;
  std::istringstream lines(write_all(writer));
  size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CAPTURE(line);
    CHECK(is_triple(line));
  }
  CHECK(count > 30);
}

TEST_CASE("what is only planned is told of, not stated") {
  NtriplesWriter writer;
  graph::ExportedEdge edge = awkward_edge();
  const std::string statement =
      "<urn:lode:entity:company:株冶%20%22%3C%26%3E%7C集团> "
      "<urn:lode:relation:acquires> <urn:lode:entity:facility:plain> .\n";
  const std::string planned = writer.edge(edge);
  CHECK(planned.find(statement) == std::string::npos);
  CHECK(planned.find("#Statement>") != std::string::npos);
  edge.edge.modality = text::Modality::kAsserted;
  CHECK(writer.edge(edge).starts_with(statement));
  edge.edge.negated = true;
  CHECK(writer.edge(edge).find(statement) == std::string::npos);
}

TEST_CASE("texts and addresses are escaped") {
  CHECK(literal("a\"\\\n\x01") == R"("a\"\\\n\u0001")");
  CHECK(literal("1", "integer") ==
        "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>");
  CHECK(lode_iri("entity", "place:a b") == "<urn:lode:entity:place:a%20b>");
  CHECK(url_iri("https://x.example/a b?q=<ü>") ==
        "<https://x.example/a%20b?q=%3Cü%3E>");
  CHECK(url_iri("no address").empty());
}

}  // namespace exchange
