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
#include "indexer/article_fields.h"
#include "indexer/clean/document.h"
#include "indexer/clean/inline_markup.h"
#include "indexer/clean/markup_size.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/press_date.h"
#include "indexer/clean/text_blocks.h"
#include "indexer/json_repair.h"
#include "text/error.h"

namespace indexer {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;
using Names = std::initializer_list<const char*>;

// Numbers above are milliseconds since 1970, below seconds.
constexpr double kFirstMillisecond = 1e11;

// More than any line has: mentions have ten values each.
constexpr uint64_t kMaxValues = 2'000'000;

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

// A string or number, what an object wraps, or the paragraphs of a list.
std::string to_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_array()) {
    std::vector<std::string> paragraphs;
    for (const Json& one : value) {
      if (!one.is_array()) paragraphs.push_back(to_text(one));
    }
    std::erase(paragraphs, "");
    return join_paragraphs(paragraphs);
  }
  if (!value.is_object()) return {};
  const Json* inner = find_first(value, {"name", "title", "rendered", "main",
                                         "text", "value", "$oid", "$date"});
  return inner && !inner->is_structured() ? to_text(*inner) : std::string();
}

std::string text_member(const Json& object, Names names) {
  const Json* value = find_first(object, names);
  return value ? to_text(*value) : std::string();
}

// The members of a line, and of what it wraps, by their normal names.
class Members {
 public:
  explicit Members(const Json& object) {
    add(object);
    for (const std::string_view wrapper : wrapper_names()) {
      const auto inner = object.find(wrapper);
      if (inner != object.end() && inner->is_object()) add(*inner);
    }
  }

  // The best member for `field` that has a value.
  const Json* find(ArticleField field) const {
    for (const std::string_view name : field_names(field)) {
      for (const auto& [key, value] : members_) {
        if (key == name && !value->empty() && *value != "") return value;
      }
    }
    return nullptr;
  }

  std::string text(ArticleField field) const {
    const Json* value = find(field);
    return value ? to_text(*value) : std::string();
  }

 private:
  void add(const Json& object) {
    for (const auto& [key, value] : object.items()) {
      if (value.is_null() || key == "_source") continue;
      members_.emplace_back(normal_field_name(key), &value);
    }
  }

  std::vector<std::pair<std::string, const Json*>> members_;
};

std::vector<std::string> read_authors(const Members& members) {
  const Json* value = members.find(ArticleField::kAuthors);
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

std::optional<text::Timestamp> read_date(const Members& members,
                                         ArticleField field) {
  const Json* value = members.find(field);
  if (!value) return {};
  if (value->is_object()) value = find_first(*value, {"$date"});
  if (value && value->is_number()) return from_number(value->get<double>());
  if (!value || !value->is_string()) return {};
  return parse_press_date(value->get<std::string>(), {});
}

// Text of a field that may be markup, as contents of web pages often are.
std::string read_prose(std::string text) {
  static constexpr std::array kMarks = {"</p>", "</P>", "<br",  "</div>",
                                        "<p>",  "</a>", "</li>"};
  const bool is_html = std::ranges::any_of(kMarks, [&](const char* mark) {
    return text.find(mark) != std::string::npos;
  });
  if (!is_html) return without_inline_markup(text);
  check_markup_size(text);
  return html_to_text(text);
}

bool is_annotated(const Json& object) {
  const auto is_list = [&](const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_array();
  };
  return is_list("mentions") && is_list("relations");
}

// Title and body; what only sums the article up makes it a brief. Those of an
// annotated article stay as they are, so that its offsets hold.
void read_texts(const Members& members, bool annotated,
                text::Article& article) {
  const auto read = [&](ArticleField field) {
    std::string text = members.text(field);
    return annotated ? text : read_prose(std::move(text));
  };
  article.title = collapse_space(read(ArticleField::kTitle));
  article.body = read(ArticleField::kBody);
  if (!article.body.empty()) return;
  article.body = read(ArticleField::kSummary);
  if (!article.body.empty()) article.kind = text::ArticleKind::kBrief;
}

// The value at `path` below `object`; null if there is none.
const Json* value_at(const Json& object, const std::vector<std::string>& path) {
  const Json* value = &object;
  for (const std::string& name : path) {
    if (!value->is_object()) return nullptr;
    const auto found = value->find(name);
    if (found == value->end()) return nullptr;
    value = &*found;
  }
  return value;
}

// Puts what `fields` names where it is looked for first.
void move_fields(const FieldMap& fields, Json& object) {
  Json moved = Json::object();
  for (const MappedField& mapped : fields) {
    if (const Json* value = value_at(object, mapped.path)) {
      moved[mapped.field] = *value;
    }
  }
  object.update(moved);
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

Json parse_bounded(std::string_view line) {
  uint64_t values = 0;
  const auto keep = [&values](int depth, Json::parse_event_t event,
                              Json& parsed) {
    if (depth > kMaxDepth) throw text::InputError("JSON is nested too deeply");
    if (++values > kMaxValues) throw text::InputError("too many JSON values");
    const bool text = event == Json::parse_event_t::value && parsed.is_string();
    if (text) replace_nul(parsed.get_ref<std::string&>());
    return true;
  };
  return Json::parse(line, keep);
}

Json parse_or_repair(std::string_view line) {
  try {
    return parse_bounded(line);
  } catch (const Json::parse_error&) {
    return parse_bounded(repair_json(line));
  }
}

}  // namespace

nlohmann::json parse_line_object(std::string_view line) {
  try {
    Json json = parse_or_repair(line);
    if (!json.is_object()) throw text::InputError("not a JSON object");
    return json;
  } catch (const Json::exception& error) {
    throw text::InputError("not JSON: " + reason_of(error));
  }
}

text::Article read_article(const Json& object) {
  const Members members(object);
  text::Article article;
  article.kind = read_kind(object);
  read_texts(members, is_annotated(object), article);
  if (article.title.empty() && article.body.empty()) {
    throw text::InputError("neither title nor body");
  }
  article.url = collapse_space(members.text(ArticleField::kUrl));
  article.language = members.text(ArticleField::kLanguage);
  article.language = language_of(article);
  article.published = read_date(members, ArticleField::kPublished);
  article.modified = read_date(members, ArticleField::kModified);
  article.section = collapse_space(members.text(ArticleField::kSection));
  article.source = collapse_space(members.text(ArticleField::kSource));
  article.authors = read_authors(members);
  article.archive = text_member(object, {"archive"});
  article.record = read_record(object);
  article.external_id = read_external_id(object, article);
  article.id = identify(article);
  return article;
}

ReadArticle parse_article_line(std::string_view line, const FieldMap& fields) {
  Json object = parse_line_object(line);
  move_fields(fields, object);
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
  if (article.modified) json["modified"] = to_rfc3339(*article.modified);
  set_if_known(json, "source", article.source);
  if (!article.authors.empty()) json["authors"] = article.authors;
  set_if_known(json, "language", article.language);
  set_if_known(json, "section", article.section);
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
