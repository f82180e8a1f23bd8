#include "indexer/clean/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <limits>
#include <memory>
#include <mutex>
#include <new>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/plain_text.h"

namespace indexer {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string as_string(const xmlChar* text) {
  return text ? std::string(reinterpret_cast<const char*>(text))
              : std::string();
}

void prepare_libxml() {
  static std::once_flag prepared;
  std::call_once(prepared, xmlInitParser);
}

std::string name_of(const xmlNode& node) {
  std::string name = as_string(node.name);
  if (node.ns && node.ns->prefix) {
    name = as_string(node.ns->prefix) + ":" + name;
  }
  return to_lower_ascii(name);
}

std::string value_of(const xmlAttr& attribute) {
  std::string value;
  for (const xmlNode* part = attribute.children; part; part = part->next) {
    value += as_string(part->content);
  }
  return value;
}

MarkupNode make_element(const xmlNode& node) {
  MarkupNode element;
  element.name = name_of(node);
  for (const xmlAttr* a = node.properties; a; a = a->next) {
    element.attributes.emplace_back(to_lower_ascii(as_string(a->name)),
                                    value_of(*a));
  }
  return element;
}

bool is_text(const xmlNode& node) {
  return node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
}

// Walks a document without recursion, which deep nesting would exhaust.
class Flattening {
 public:
  Markup flatten(const xmlNode* root) {
    const xmlNode* node = root;
    while (node) {
      if (enter(*node)) {
        node = node->children;
        continue;
      }
      while (node != root && !node->next) {
        node = node->parent;
        leave();
      }
      if (node == root) break;
      node = node->next;
    }
    while (!open_.empty()) leave();
    return std::move(markup_);
  }

 private:
  // True if the walk goes on inside `node`.
  bool enter(const xmlNode& node) {
    const size_t parent = open_.empty() ? 0 : open_.back();
    if (is_text(node)) {
      markup_.push_back({{}, as_string(node.content), {}, parent, 0});
      markup_.back().end = markup_.size();
    } else if (node.type == XML_ELEMENT_NODE) {
      markup_.push_back(make_element(node));
      markup_.back().parent = parent;
      markup_.back().end = markup_.size();
      if (!node.children) return false;
      open_.push_back(markup_.size() - 1);
      return true;
    }
    return false;
  }

  void leave() {
    markup_[open_.back()].end = markup_.size();
    open_.pop_back();
  }

  Markup markup_;
  std::vector<size_t> open_;  // elements that the walk is inside of
};

Markup flatten(const Document& document) {
  if (!document) return {};
  const xmlNode* root = xmlDocGetRootElement(document.get());
  return root ? Flattening().flatten(root) : Markup();
}

bool too_long(std::string_view bytes) {
  return bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max());
}

}  // namespace

std::string_view MarkupNode::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

Markup parse_html(std::string_view utf8) {
  if (utf8.empty() || too_long(utf8)) return {};
  prepare_libxml();
  return flatten(Document(htmlReadMemory(
      utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
          HTML_PARSE_NONET)));
}

Markup parse_xml(std::string_view utf8) {
  if (utf8.empty() || too_long(utf8)) return {};
  prepare_libxml();
  return flatten(Document(xmlReadMemory(
      utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
      XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
          XML_PARSE_NONET)));
}

std::string text_of(const Markup& markup, size_t node) {
  std::string text = markup[node].text;
  for (size_t i = node + 1; i < markup[node].end; ++i) text += markup[i].text;
  return collapse_space(text);
}

}  // namespace indexer
