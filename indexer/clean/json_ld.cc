#include "indexer/clean/json_ld.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/archive/header_lines.h"
#include "indexer/clean/lenient_json.h"
#include "indexer/clean/plain_text.h"
#include "indexer/json_repair.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

constexpr size_t kMaxBytes = 4 << 20;
constexpr size_t kMaxObjects = 1000;

constexpr auto kArticleSuffixes = std::to_array<std::string_view>(
    {"Article", "BlogPosting", "MediaPosting", "Report"});

bool names_article(const Json& type) {
  if (!type.is_string()) return false;
  const auto& name = type.get_ref<const std::string&>();
  return std::ranges::any_of(
      kArticleSuffixes, [&](std::string_view s) { return name.ends_with(s); });
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

// The objects of a page, breadth first: its own article comes before what that
// mentions.
using Objects = std::vector<const Json*>;

Objects list_objects(const Json& root) {
  Objects objects = {&root};
  const auto add = [&](const Json& value) {
    if (objects.size() < kMaxObjects) objects.push_back(&value);
  };
  for (size_t i = 0; i < objects.size(); ++i) {
    const Json& value = *objects[i];
    if (value.is_array()) std::ranges::for_each(value, add);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (value.contains(key)) add(value[key]);
    }
  }
  return objects;
}

const Json* find_article(const Objects& objects) {
  const auto found = std::ranges::find_if(objects, [](const Json* object) {
    return is_article_type(member(*object, "@type"));
  });
  return found == objects.end() ? nullptr : *found;
}

// What a page says of itself, where it has no article.
const Json* find_web_page(const Objects& objects) {
  const auto found = std::ranges::find_if(objects, [](const Json* object) {
    const Json& type = member(*object, "@type");
    return type == "WebPage" || type == "ItemPage";
  });
  return found == objects.end() ? nullptr : *found;
}

// `value`, or what has its `@id` and a name if it has none itself.
const Json& referred(const Json& value, const Objects& objects) {
  const Json& id = member(value, "@id");
  if (!id.is_string() || value.contains("name")) return value;
  const auto found = std::ranges::find_if(objects, [&](const Json* object) {
    return member(*object, "@id") == id && object->contains("name");
  });
  return found == objects.end() ? value : **found;
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

std::vector<std::string> names_of(const Json& value, const Objects& objects) {
  constexpr size_t kMaxNames = 50;
  std::vector<std::string> names;
  const auto add = [&](const Json& one) {
    if (names.size() >= kMaxNames) return;
    std::string name = text_of(referred(one, objects));
    if (!name.empty()) names.push_back(std::move(name));
  };
  if (!value.is_array()) {
    add(value);
  } else {
    for (const Json& one : value) add(one);
  }
  return names;
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

JsonLd read_article(const Json& article, const Objects& objects) {
  JsonLd found;
  found.headline = text_of(member(article, "headline"));
  found.name = text_of(member(article, "name"));
  found.published = text_of(member(article, "datePublished"));
  if (found.published.empty()) {
    found.published = text_of(member(article, "dateCreated"));
  }
  found.modified = text_of(member(article, "dateModified"));
  found.section = text_of(member(article, "articleSection"));
  found.publisher = text_of(referred(member(article, "publisher"), objects));
  found.authors = names_of(member(article, "author"), objects);
  found.language = text_of(member(article, "inLanguage"));
  const Json& body = member(article, "articleBody");
  if (body.is_string()) found.body = body.get<std::string>();
  found.url = text_of(member(article, "url"));
  if (found.url.empty()) {
    const Json& page = member(article, "mainEntityOfPage");
    found.url = text_of(page.contains("@id") ? page["@id"] : page);
  }
  return found;
}

// What can be told of JSON that is broken beyond repair.
JsonLd scan_broken(std::string_view json) {
  const bool of_article =
      std::ranges::any_of(kArticleSuffixes, [&](std::string_view suffix) {
        return json.find(std::string(suffix) + '"') != std::string_view::npos;
      });
  JsonLd found;
  if (!of_article) return found;
  found.headline = collapse_space(string_of_key(json, "headline"));
  found.published = string_of_key(json, "datePublished");
  found.modified = string_of_key(json, "dateModified");
  return found;
}

Json parse_leniently(std::string_view json) {
  const std::string tidy = tidy_json(json);
  Json root = Json::parse(tidy, nullptr, /*allow_exceptions=*/false);
  if (!root.is_discarded()) return root;
  return Json::parse(repair_json(tidy), nullptr, /*allow_exceptions=*/false);
}

}  // namespace

JsonLd parse_json_ld(std::string_view json) {
  if (json.size() > kMaxBytes) return {};
  json = without_cdata(json);
  const Json root = parse_leniently(json);
  if (root.is_discarded()) return scan_broken(json);
  const Objects objects = list_objects(root);
  const Json* article = find_article(objects);
  if (article != nullptr) return read_article(*article, objects);
  JsonLd found;
  const Json* page = find_web_page(objects);
  if (page == nullptr) return found;
  found.published = text_of(member(*page, "datePublished"));
  found.modified = text_of(member(*page, "dateModified"));
  return found;
}

}  // namespace indexer
