#include "indexer/clean/markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <memory>
#include <mutex>
#include <new>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/plain_text.h"
#include "text/error.h"

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

struct FreeContext {
  void operator()(htmlParserCtxt* context) const {
    htmlFreeParserCtxt(context);
  }
};
using Context = std::unique_ptr<htmlParserCtxt, FreeContext>;

// libxml2 compares each end tag with all open elements, and each attribute with
// those before it.
constexpr int kMaxDepth = 1000;
constexpr size_t kMaxAttributes = 1000;

// Of all tags of a document: some 400 bytes are held for each.
constexpr size_t kMaxAllAttributes = 150'000;

// Leaves out elements that are nested too deeply, but not what is in them:
// their name is taken off the stack again, so that their end tags close others.
void start_element(void* context, const xmlChar* name,
                   const xmlChar** attributes) {
  auto* parser = static_cast<htmlParserCtxt*>(context);
  if (parser->nameNr <= kMaxDepth) {
    xmlSAX2StartElement(context, name, attributes);
  } else {
    --parser->nameNr;
    parser->name = parser->nameTab[parser->nameNr - 1];
  }
}

// The place after `end` in `html` from `at` on.
size_t skip_past(std::string_view html, size_t at, std::string_view end) {
  const size_t found = html.find(end, at);
  return found == std::string_view::npos ? html.size() : found + end.size();
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

struct TagExtent {
  size_t end;
  size_t attributes;  // at least half of them, where they have no values
};

// The tag that begins at `at`. Throws InputError if its attributes are too
// many.
TagExtent extent_of_tag(std::string_view html, size_t at) {
  size_t words = 0;
  char before = ' ';  // the last character that is no white space
  for (size_t i = at; i < html.size();) {
    const char c = html[i++];
    const bool space = is_space(c);
    if (c == '>') return {i, words / 2};
    if (before == '=' && (c == '"' || c == '\'')) {
      i = skip_past(html, i, {&c, 1});
    }
    const bool begins = !space && (i < 2 || is_space(html[i - 2]));
    words += begins || c == '=' ? 1 : 0;
    if (words > 2 * kMaxAttributes) {
      throw text::InputError("a tag with more than 1,000 attributes");
    }
    if (!space) before = c;
  }
  return {html.size(), words / 2};
}

size_t end_of_script(std::string_view html, size_t at) {
  constexpr std::string_view kEnd = "</script";
  size_t i = html.find("</", at);
  while (i < html.size() &&
         to_lower_ascii(html.substr(i, kEnd.size())) != kEnd) {
    i = html.find("</", i + 1);
  }
  return std::min(i, html.size());
}

void refuse_huge_tags(std::string_view html) {
  size_t attributes = 0;
  for (size_t i = html.find('<'); i < html.size(); i = html.find('<', i)) {
    const std::string_view rest = html.substr(i);
    if (rest.starts_with("<!--")) {
      i = skip_past(html, i, "-->");
    } else if (to_lower_ascii(rest.substr(0, 7)) == "<script") {
      i = end_of_script(html, i);
    } else if (rest.size() > 1 && std::isalpha(rest[1] & 0x7F)) {
      const TagExtent tag = extent_of_tag(html, i);
      i = tag.end;
      attributes += tag.attributes;
    } else {
      ++i;
    }
    if (attributes > kMaxAllAttributes) {
      throw text::InputError("more than 150,000 attributes");
    }
  }
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
  refuse_huge_tags(utf8);
  prepare_libxml();
  const Context context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  context->sax->startElement = start_element;
  return flatten(Document(htmlCtxtReadMemory(
      context.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr,
      "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
          HTML_PARSE_NONET | XML_PARSE_HUGE)));
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

char32_t html_character(const std::string& name) {
  const htmlEntityDesc* found =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  return found ? static_cast<char32_t>(found->value) : 0;
}

}  // namespace indexer
