#include "indexer/archive/markup_kind.h"

#include <algorithm>
#include <array>

#include "indexer/archive/header_lines.h"

namespace indexer {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

std::string_view skip_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kSpace), text.size()));
}

// `text` behind `end`; empty if it has none.
std::string_view behind(std::string_view text, std::string_view end) {
  const size_t at = text.find(end);
  return at == std::string_view::npos ? std::string_view()
                                      : text.substr(at + end.size());
}

bool begins_document_type(std::string_view text) {
  return to_lower_ascii(text.substr(0, 9)) == "<!doctype";
}

// Behind the document type that `text` begins with; it may hold declarations.
std::string_view behind_document_type(std::string_view text) {
  const size_t at = text.find_first_of("[>");
  if (at == std::string_view::npos) return {};
  return text[at] == '>' ? text.substr(at + 1)
                         : behind(behind(text.substr(at), "]"), ">");
}

// From the root element on.
std::string_view from_root(std::string_view text) {
  text = skip_space(text);
  while (true) {
    if (text.starts_with("<?")) {
      text = behind(text, "?>");
    } else if (text.starts_with("<!--")) {
      text = behind(text, "-->");
    } else if (begins_document_type(text)) {
      text = behind_document_type(text);
    } else {
      return text;
    }
    text = skip_space(text);
  }
}

template <size_t N>
bool is_one_of(std::string_view name,
               const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_html_name(std::string_view lower) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"a",     "abbr",     "address", "article", "aside",  "b",      "base",
       "big",   "body",     "br",      "button",  "center", "dd",     "details",
       "div",   "dl",       "dt",      "em",      "figure", "font",   "footer",
       "form",  "frameset", "h1",      "h2",      "h3",     "h4",     "h5",
       "h6",    "head",     "header",  "hr",      "html",   "i",      "iframe",
       "img",   "input",    "li",      "link",    "main",   "map",    "meta",
       "nav",   "noscript", "ol",      "p",       "pre",    "script", "section",
       "small", "span",     "strong",  "style",   "sub",    "sup",    "table",
       "tbody", "td",       "th",      "title",   "tr",     "tt",     "u",
       "ul",    "video"});
  return is_one_of(lower, kNames);
}

bool has_html_tags(const std::string& lower) {
  static constexpr auto kTags =
      std::to_array<std::string_view>({"<!doctype html",
                                       "<html",
                                       "<head",
                                       "<body",
                                       "<meta",
                                       "<title",
                                       "<article",
                                       "<div",
                                       "<p>",
                                       "<script",
                                       "<h1",
                                       "<section",
                                       "<br",
                                       "<table",
                                       "<span",
                                       "<ul",
                                       "<h2",
                                       "<center",
                                       "<font",
                                       "<img"});
  return std::ranges::any_of(kTags, [&](std::string_view tag) {
    return lower.find(tag) != std::string::npos;
  });
}

// True if a root that HTML does not know is one of XML: it is declared, or
// holds several titles.
bool is_xml(std::string_view text, const std::string& lower) {
  const std::string_view root = from_root(text);
  const std::string_view tag = root.substr(0, root.find('>'));
  const size_t title = lower.find("<title");
  return text.starts_with("<?xml") || begins_document_type(text) ||
         tag.find(" xmlns") != std::string_view::npos ||
         (title != std::string::npos &&
          lower.find("<title", title + 1) != std::string::npos);
}

}  // namespace

std::string_view root_element(std::string_view text) {
  std::string_view root = from_root(text);
  if (!root.starts_with('<')) return {};
  root = root.substr(1, root.find_first_of(" \t\r\n\f/>", 1) - 1);
  const size_t colon = root.find(':');
  return colon == std::string_view::npos ? root : root.substr(colon + 1);
}

Kind markup_kind(std::string_view text) {
  static constexpr auto kFeeds =
      std::to_array<std::string_view>({"rss", "feed", "rdf"});
  static constexpr auto kNews = std::to_array<std::string_view>(
      {"newsmessage", "newsitem", "packageitem", "nitf", "urlset", "newsml"});
  const std::string_view name = root_element(text);
  const std::string lower_name = to_lower_ascii(name);
  if (name == "DOC" || name == "REUTERS") return Kind::kSgmlNews;
  if (is_one_of(lower_name, kFeeds)) return Kind::kFeed;
  if (is_one_of(lower_name, kNews)) return Kind::kNewsXml;
  const std::string lower = to_lower_ascii(text);
  if (!name.empty() && !is_html_name(lower_name) && is_xml(text, lower)) {
    return Kind::kOtherXml;
  }
  return has_html_tags(lower) || lower.starts_with("<!--") ||
                 lower.starts_with("<?xml")
             ? Kind::kHtml
             : Kind::kText;
}

std::string unknown_xml(std::string_view text) {
  constexpr size_t kMaxNameBytes = 60;
  const std::string_view root = root_element(text).substr(0, kMaxNameBytes);
  if (root == "mediawiki") {
    return "a MediaWiki dump, whose texts are wikitext: what an extractor "
           "makes "
           "of it, <doc> blocks or JSON lines, is read";
  }
  return "XML of an unknown kind: <" + std::string(root) + ">";
}

}  // namespace indexer
