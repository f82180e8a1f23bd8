// GraphML and GEXF, read back by libxml2.

#include <doctest/doctest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "exchange/gexf_writer.h"
#include "exchange/graphml_writer.h"
#include "exchange/xml_text.h"
#include "tests/exchange/awkward_graph.h"

namespace exchange {

namespace {

// All elements of an XML text: name, attributes, own text.
struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;
};

std::string take(xmlChar* text) {
  std::string copy(reinterpret_cast<const char*>(text));
  xmlFree(text);
  return copy;
}

void collect(xmlNode* first, std::vector<Element>& all) {
  for (xmlNode* node = first; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    Element element;
    element.name = reinterpret_cast<const char*>(node->name);
    for (xmlAttr* at = node->properties; at != nullptr; at = at->next) {
      element.attributes[reinterpret_cast<const char*>(at->name)] =
          take(xmlNodeListGetString(node->doc, at->children, 1));
    }
    element.text = take(xmlNodeGetContent(node));
    all.push_back(element);
    collect(node->children, all);
  }
}

// Fails where `xml` is not well-formed.
std::vector<Element> parse(const std::string& xml) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                    XML_PARSE_NONET),
      xmlFreeDoc);
  REQUIRE(document);
  std::vector<Element> all;
  collect(xmlDocGetRootElement(document.get()), all);
  return all;
}

std::vector<Element> named(const std::vector<Element>& all,
                           const std::string& name) {
  std::vector<Element> found;
  for (const Element& one : all) {
    if (one.name == name) found.push_back(one);
  }
  return found;
}

// What XML can hold of the awkward name.
const std::string kName = "=\"A\" <&> 'B'\nline two  🦊 株冶集团";

}  // namespace

TEST_CASE("what XML has no place for is dropped, the rest survives") {
  CHECK(xml_text("a\x01\x0b<&>\"\t\n\r😀") ==
        "a&lt;&amp;&gt;&quot;&#9;&#10;&#13;😀");
  CHECK(xml_text("\xEF\xBF\xBE") == "\xEF\xBF\xBD");
  CHECK(xml_text("\xff") == "\xEF\xBF\xBD");
}

TEST_CASE("GraphML is well-formed and keeps names, ids and evidence") {
  GraphmlWriter writer;
  const auto all = parse(write_all(writer));
  const auto nodes = named(all, "node");
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[0].attributes.at("id") == kAwkwardId);
  const auto edges = named(all, "edge");
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].attributes.at("source") == kAwkwardId);
  CHECK(edges[0].attributes.at("target") == "facility:plain");
  std::map<std::string, std::string> data;
  for (const Element& one : named(all, "data")) {
    data.emplace(one.attributes.at("key"), one.text);
  }
  CHECK(data.at("node_label") == kName);
  CHECK(data.at("edge_relation") == "acquires");
  CHECK(data.at("edge_weight") == "0.9");
  const auto evidence = nlohmann::json::parse(data.at("edge_evidence"));
  CHECK(evidence[0]["sentence"] == kAwkwardName + " may buy Plain.");
}

TEST_CASE("every value of GraphML has a declared key") {
  GraphmlWriter writer;
  const auto all = parse(write_all(writer));
  std::set<std::string> keys;
  for (const Element& key : named(all, "key")) {
    keys.insert(key.attributes.at("id"));
  }
  for (const Element& data : named(all, "data")) {
    CHECK(keys.contains(data.attributes.at("key")));
  }
}

TEST_CASE("GEXF is well-formed and keeps names, ids and evidence") {
  GexfWriter writer;
  const auto all = parse(write_all(writer));
  const auto nodes = named(all, "node");
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[0].attributes.at("id") == kAwkwardId);
  CHECK(nodes[0].attributes.at("label") == kName);
  const auto edges = named(all, "edge");
  REQUIRE(edges.size() == 1);
  CHECK(edges[0].attributes.at("label") == "acquires");
  CHECK(edges[0].attributes.at("weight") == "0.9");
  CHECK(edges[0].attributes.at("source") == kAwkwardId);
}

}  // namespace exchange
