#include "indexer/clean/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/plain_text.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxBytes = 4 << 20;
constexpr size_t kMaxObjects = 1000;

bool names_article(const Json& type) {
  static constexpr auto kSuffixes = std::to_array<std::string_view>(
      {"Article", "BlogPosting", "MediaPosting", "Report"});
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return std::ranges::any_of(
      kSuffixes, [&](std::string_view s) { return name.ends_with(s); });
}

bool is_article_type(const Json& type) {
  if (type.is_array()) return std::ranges::any_of(type, names_article);
  return names_article(type);
}

const Json& member(const Json& object, const char* key) {
  static const Json kNone;
  if (!object.is_object()) return kNone;
  const auto found = object.find(key);
  return found == object.end() ? kNone : *found;
}

// A string, or the name (or the address) of an object, or the first of a list.
std::string text_of(const Json& value) {
  const Json* current = &value;
  if (current->is_array() && !current->empty()) current = &current->front();
  for (const char* key : {"name", "@id", "@value"}) {
    if (!current->is_object()) break;
    if (const Json& inner = member(*current, key); inner.is_string()) {
      current = &inner;
    }
  }
  return current->is_string()
             ? collapse_space(current->get_ref<const std::string&>())
             : std::string();
}

std::vector<std::string> names_of(const Json& value) {
  std::vector<std::string> names;
  if (!value.is_array()) {
    if (auto name = text_of(value); !name.empty()) names.push_back(name);
    return names;
  }
  for (const Json& one : value) {
    if (auto name = text_of(one); !name.empty()) names.push_back(name);
  }
  return names;
}

// Breadth first, so that a page's own article comes before what it mentions.
const Json* find_article(const Json& root) {
  std::vector<const Json*> waiting = {&root};
  for (size_t i = 0; i < waiting.size() && i < kMaxObjects; ++i) {
    const Json& value = *waiting[i];
    if (is_article_type(member(value, "@type"))) return &value;
    if (value.is_array()) {
      for (const Json& one : value) waiting.push_back(&one);
    }
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (value.contains(key)) waiting.push_back(&value[key]);
    }
  }
  return nullptr;
}

// Without the marks that hide a script from readers of XHTML.
std::string_view without_cdata(std::string_view json) {
  for (const std::string_view mark : {"<!--", "//", "/*", "<![CDATA[", "*/"}) {
    json = trim_ascii(json);
    if (json.starts_with(mark)) json.remove_prefix(mark.size());
  }
  for (const std::string_view mark : {"-->", "*/", "]]>", "//", "/*"}) {
    json = trim_ascii(json);
    if (json.ends_with(mark)) json.remove_suffix(mark.size());
  }
  return trim_ascii(json);
}

}  // namespace

JsonLd parse_json_ld(std::string_view json) {
  if (json.size() > kMaxBytes) return {};
  std::string clean(without_cdata(json));
  // Raw line breaks inside strings are the most common mistake.
  std::ranges::replace_if(
      clean, [](char c) { return c >= 0 && c < ' '; }, ' ');
  const Json root = Json::parse(clean, nullptr, /*allow_exceptions=*/false);
  if (root.is_discarded()) return {};
  const Json* article = find_article(root);
  if (article == nullptr) return {};
  JsonLd found;
  found.headline = text_of(member(*article, "headline"));
  found.name = text_of(member(*article, "name"));
  found.published = text_of(member(*article, "datePublished"));
  if (found.published.empty()) {
    found.published = text_of(member(*article, "dateCreated"));
  }
  found.modified = text_of(member(*article, "dateModified"));
  found.section = text_of(member(*article, "articleSection"));
  found.publisher = text_of(member(*article, "publisher"));
  found.authors = names_of(member(*article, "author"));
  found.language = text_of(member(*article, "inLanguage"));
  const Json& body = member(*article, "articleBody");
  if (body.is_string()) found.body = body.get<std::string>();
  found.url = text_of(member(*article, "url"));
  return found;
}

}  // namespace indexer
