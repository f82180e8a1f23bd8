#include "indexer/exported/graph_xml.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/indexer/exported_graph.h"

namespace indexer {

namespace {

using Lines = std::vector<std::string>;

const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="t" for="node" attr.name="type" attr.type="string"/>
<key id="l" for="node" attr.name="label" attr.type="string"/>
<key id="a" for="node" attr.name="aliases" attr.type="string"/>
<key id="r" for="edge" attr.name="relation" attr.type="string"/>
<key id="e" for="edge" attr.name="evidence" attr.type="string"/>
<graph edgedefault="directed">
)";
const std::string kNodes =
    R"(<node id="company:a"><data key="l">A &amp; Sons</data><data key="a">["A 株"]</data></node>
<node id="facility:b"><data key="l">B mine</data><data key="t">facility</data></node>
)";
const std::string kEdge =
    R"(<edge source="company:a" target="facility:b"><data key="r">acquires</data><data key="e">)"
    R"([{"article":"00000000000000a1","story":"00000000000000a0","title":"News","source":"Wire",)"
    R"("sentence":"A &amp; Sons may buy B mine.","source_marks":[[0,8]],"target_marks":[[17,23]],)"
    R"("modality":"planned","negated":false,"confidence":0.5,"rule":"x"}]</data></edge>
)";
const std::string kEnd = "</graph>\n</graphml>\n";

std::string gexf(const std::string& edges) {
  return R"(<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>
<attributes class="edge"><attribute id="0" title="relation" type="string"/><attribute id="1" title="evidence" type="string"/></attributes>
<nodes><node id="company:a" label="A"/><node id="company:b" label="B"/></nodes>
<edges>)" +
         edges + "</edges></graph></gexf>";
}

}  // namespace

TEST_CASE("an edge of GraphML becomes an article with its sentence") {
  const ReadGraph graph = read_graph(kHead + kNodes + kEdge + kEnd);
  CHECK(graph.rejects == Lines{});
  REQUIRE(graph.articles.size() == 1);
  const ReadArticle& read = graph.articles[0];
  CHECK(text::to_string(read.article.id) == "00000000000000a1");
  CHECK(read.story == text::ArticleId{0xa0});
  CHECK(read.article.title == "News");
  CHECK(read.article.source == "Wire");
  CHECK(read.article.body == "A & Sons may buy B mine.");
  REQUIRE(read.annotation->relations.size() == 1);
  CHECK(read.annotation->relations[0].modality == text::Modality::kPlanned);
  REQUIRE(read.annotation->mentions.size() == 2);
  CHECK(text::slice(read.article.body, read.annotation->mentions[1].span) ==
        "B mine");
  REQUIRE(read.entities.size() == 2);
  CHECK(read.entities[0].aliases == Lines{"A 株"});
}

TEST_CASE("edges may come before their nodes") {
  const ReadGraph graph = read_graph(kHead + kEdge + kNodes + kEnd);
  CHECK(graph.rejects == Lines{});
  CHECK(graph.articles.size() == 1);
}

TEST_CASE("GEXF tells evidence in attributes") {
  const ReadGraph graph = read_graph(
      gexf(R"(<edge source="company:a" target="company:b"><attvalues>)"
           R"(<attvalue for="0" value="owns"/><attvalue for="1" value="[{)"
           R"(&quot;article&quot;:&quot;00000000000000a1&quot;,)"
           R"(&quot;sentence&quot;:&quot;A owns B.&quot;}]"/>)"
           R"(</attvalues></edge>)"));
  CHECK(graph.rejects == Lines{});
  REQUIRE(graph.articles.size() == 1);
  CHECK(graph.articles[0].article.body == "A owns B.");
}

TEST_CASE("an edge without a sentence is never read") {
  CHECK(read_graph(kHead + kNodes +
                   R"(<edge source="company:a" target="facility:b"/>)" + kEnd)
            .rejects ==
        Lines{"graph: record 11: the edge from `company:a` to `facility:b` has "
              "no evidence"});
  CHECK(read_graph(kHead + kNodes +
                   replaced(kEdge, "A &amp; Sons may buy B mine.", "") + kEnd)
            .rejects == Lines{"graph: record 11: evidence: has no sentence"});
  const std::string networkx = R"(<?xml version='1.0' encoding='utf-8'?>
<graphml><graph edgedefault="undirected"><node id="0"/><node id="1"/>
<edge source="0" target="1"/></graph></graphml>)";
  const ReadGraph other = read_graph(networkx);
  CHECK(other.articles.empty());
  CHECK(other.rejects ==
        Lines{"graph: its edges have no attribute `evidence`, and an edge "
              "without a sentence is not read"});
}

TEST_CASE("what is wrong with a node or an edge is said once") {
  const auto reject = [](const std::string& nodes, const std::string& edges) {
    const ReadGraph graph = read_graph(kHead + nodes + edges + kEnd);
    REQUIRE(graph.rejects.size() == 1);
    return graph.rejects[0];
  };
  CHECK(reject(kNodes + R"(<node id="n0"/>)", kEdge) ==
        "graph: record 11: `n0` is not an entity id");
  CHECK(reject(kNodes, kEdge + replaced(kEdge, "acquires", "likes")) ==
        "graph: record 12: `likes` is no relation");
  CHECK(reject(kNodes, kEdge + replaced(kEdge, "[{", "["))
            .find("graph: record 12: not JSON: ") == 0);
  const std::string to_nowhere = replaced(kEdge, "facility:b", "facility:c");
  CHECK(reject(kNodes, kEdge + to_nowhere + to_nowhere) ==
        "graph: record 12: the file does not say what `facility:c` is: its "
        "edges and facts are left out");
  CHECK(reject(kNodes + R"(<node id="company:a"><data key="l">Z</data></node>)",
               kEdge) ==
        "graph: record 11: company:a is the company `Z` here and the company "
        "`A & Sons` (1 aliases) in record 9, which counts");
}

TEST_CASE("what comes before a break in the file is read") {
  const auto reject = [](const std::string& text) {
    const ReadGraph graph = read_graph(text);
    CHECK(graph.articles.size() == 1);
    REQUIRE(graph.rejects.size() == 1);
    return graph.rejects[0];
  };
  const std::string begin = kHead + kNodes + kEdge;
  CHECK(reject(begin) == "graph: line 11: the file ends inside of an element");
  CHECK(reject(begin + "<node id=\"\xff\xfe\"/>")
            .find("not XML: Input is not "
                  "proper UTF-8") != std::string::npos);
  CHECK(reject(begin + "&nothing;" + kEnd).find("Entity 'nothing'") !=
        std::string::npos);
  std::string deep = begin;
  for (int i = 0; i < 100000; ++i) deep += "<g>";
  CHECK(reject(deep) == "graph: line 12: elements are nested too deeply");
}

TEST_CASE("nothing is expanded: a document type ends the reading") {
  const std::string laughs = R"(<?xml version="1.0"?>
<!DOCTYPE graphml [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY outside SYSTEM "file:///etc/passwd">]>
<graphml>&b;&outside;</graphml>)";
  const ReadGraph graph = read_graph(laughs);
  CHECK(graph.articles.empty());
  CHECK(graph.rejects == Lines{"graph: line 2: a document type is not read"});
}

TEST_CASE("an attribute of many megabytes is refused") {
  const std::string huge(12 << 20, 'x');
  const ReadGraph graph =
      read_graph(gexf("<edge id=\"" + huge + "\" source=\"company:a\"/>"));
  REQUIRE(graph.rejects.size() == 1);
  CHECK(graph.rejects[0].size() < 300);
}

}  // namespace indexer
