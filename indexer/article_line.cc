#include "indexer/article_line.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/annotation_json.h"
#include "indexer/clean/document.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "text/error.h"

namespace indexer {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;
using Names = std::initializer_list<const char*>;

// Numbers above are milliseconds since 1970, below seconds.
constexpr double kFirstMillisecond = 1e11;

// Deeper nesting than any article line has; guards the parser's recursion.
constexpr int kMaxDepth = 64;

// The library's message without its number and, where there is only one line,
// without the line.
std::string reason_of(const Json::exception& error) {
  std::string_view what = error.what();
  for (const std::string_view before : {"] ", "parse error at line 1, "}) {
    const size_t at = what.find(before);
    if (at != std::string_view::npos) what.remove_prefix(at + before.size());
  }
  return collapse_space(what);
}

// Terms and keys of the index can't hold NULs well, and no text needs them.
void replace_nul(std::string& text) { std::ranges::replace(text, '\0', ' '); }

// The first of `names` that is there and not null.
const Json* find_first(const Json& object, Names names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

// A string or number, or the `name` (or `$oid`, `$date`) of an object.
std::string to_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_object()) return {};
  const Json* inner = find_first(value, {"name", "title", "$oid", "$date"});
  return inner && !inner->is_structured() ? to_text(*inner) : std::string();
}

std::string text_member(const Json& object, Names names) {
  const Json* value = find_first(object, names);
  return value ? to_text(*value) : std::string();
}

std::vector<std::string> read_authors(const Json& object) {
  const Json* value = find_first(object, {"authors", "author", "byline"});
  if (!value) return {};
  std::vector<std::string> authors;
  if (value->is_array()) {
    for (const Json& one : *value) authors.push_back(to_text(one));
  } else {
    authors.push_back(to_text(*value));
  }
  std::erase(authors, "");
  return authors;
}

std::optional<text::Timestamp> from_number(double seconds) {
  if (seconds > kFirstMillisecond) seconds /= 1000;
  constexpr double kYear9999 = 253402300799.0;
  if (!(seconds > 0 && seconds <= kYear9999)) return {};
  return text::Timestamp{static_cast<int64_t>(seconds)};
}

std::optional<text::Timestamp> read_date(const Json& object) {
  const Json* value =
      find_first(object, {"published", "published_at", "publishedAt", "date",
                          "date_published", "pub_date", "datetime"});
  if (!value) return {};
  if (value->is_object()) value = find_first(*value, {"$date"});
  if (value && value->is_number()) return from_number(value->get<double>());
  if (!value || !value->is_string()) return {};
  return parse_press_date(value->get<std::string>(), {});
}

text::ArticleKind read_kind(const Json& object) {
  const std::string name = text_member(object, {"kind"});
  return text::parse_article_kind(name).value_or(text::ArticleKind::kArticle);
}

// The id that the line carries, unless it is the one that we give to `article`
// anyway.
std::string read_external_id(const Json& object, const text::Article& article) {
  const Json* stated = find_first(object, {"external_id", "_id", "id"});
  if (!stated) return {};
  std::string external = to_text(*stated);
  const bool ours = text::parse_article_id(external) == identify(article);
  return ours ? std::string() : external;
}

bool is_annotated(const Json& object) {
  const auto is_list = [&](const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_array();
  };
  return is_list("mentions") && is_list("relations");
}

uint64_t read_record(const Json& object) {
  const auto found = object.find("record");
  const bool stated = found != object.end() && found->is_number_unsigned();
  return stated ? found->get<uint64_t>() : 0;
}

void set_if_known(OrderedJson& object, const char* key,
                  const std::string& value) {
  if (!value.empty()) object[key] = value;
}

std::string to_line(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

OrderedJson begin_line(const text::Article& article) {
  OrderedJson json;
  json["id"] = to_string(article.id);
  set_if_known(json, "external_id", article.external_id);
  return json;
}

}  // namespace

nlohmann::json parse_line_object(std::string_view line) {
  const auto keep = [](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > kMaxDepth) throw text::InputError("JSON is nested too deeply");
    const bool text = event == Json::parse_event_t::value && parsed.is_string();
    if (text) replace_nul(parsed.get_ref<std::string&>());
    return true;
  };
  try {
    Json json = Json::parse(line, keep);
    if (!json.is_object()) throw text::InputError("not a JSON object");
    return json;
  } catch (const Json::exception& error) {
    throw text::InputError("not JSON: " + reason_of(error));
  }
}

text::Article read_article(const Json& object) {
  text::Article article;
  article.title = collapse_space(text_member(object, {"title", "headline"}));
  article.body = text_member(object, {"body", "text", "content"});
  if (article.title.empty() && article.body.empty()) {
    throw text::InputError("neither title nor body");
  }
  article.url = collapse_space(text_member(object, {"url", "link"}));
  article.language = text_member(object, {"language", "lang"});
  article.language = language_of(article);
  article.published = read_date(object);
  article.source = collapse_space(text_member(object, {"source", "publisher"}));
  article.authors = read_authors(object);
  article.kind = read_kind(object);
  article.archive = text_member(object, {"archive"});
  article.record = read_record(object);
  article.external_id = read_external_id(object, article);
  article.id = identify(article);
  return article;
}

ReadArticle parse_article_line(std::string_view line) {
  const Json object = parse_line_object(line);
  ReadArticle read;
  read.article = read_article(object);
  if (is_annotated(object)) {
    read.annotation = read_annotation(read.article, object);
    read.entities = read_entities(read.article, *read.annotation, object);
  }
  return read;
}

OrderedJson article_json(const text::Article& article) {
  OrderedJson json = begin_line(article);
  set_if_known(json, "url", article.url);
  set_if_known(json, "title", article.title);
  set_if_known(json, "body", article.body);
  if (article.published) json["published"] = to_rfc3339(*article.published);
  set_if_known(json, "source", article.source);
  if (!article.authors.empty()) json["authors"] = article.authors;
  set_if_known(json, "language", article.language);
  json["kind"] = to_string(article.kind);
  set_if_known(json, "archive", article.archive);
  if (article.record > 0) json["record"] = article.record;
  return json;
}

std::string to_article_line(const text::Article& article) {
  return to_line(article_json(article));
}

std::string to_annotation_line(const text::Article& article,
                               const text::Annotation& annotation) {
  OrderedJson json = begin_line(article);
  add_annotation(article, annotation, json);
  return to_line(json);
}

}  // namespace indexer
