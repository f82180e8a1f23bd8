// HTML and XML as one flat list of nodes. libxml2 stays behind this header.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

struct MarkupNode {
  std::string name;  // lower case, with its prefix (`dc:date`); empty for text
  std::string text;  // of a text node
  std::vector<std::pair<std::string, std::string>> attributes;
  size_t parent = 0;
  size_t end = 0;  // the nodes after this one and before `end` are inside it

  // Empty if there is none.
  std::string_view attribute(std::string_view attribute_name) const;
};

// Elements and texts in the order of the document; the first is the root
// element, its own parent. Empty if there is nothing.
using Markup = std::vector<MarkupNode>;

// Whatever `utf8` is, as a browser would read it. Thread-safe.
Markup parse_html(std::string_view utf8);

// What can be read of `utf8`; nothing is loaded, no entity is expanded.
Markup parse_xml(std::string_view utf8);

// All text inside `node`, white space collapsed.
std::string text_of(const Markup& markup, size_t node);

// What HTML writes as `&name;`; 0 if it has no such name.
char32_t html_character(const std::string& name);

}  // namespace indexer
