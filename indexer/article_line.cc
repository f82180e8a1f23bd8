#include "indexer/article_line.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/annotation_json.h"
#include "indexer/archive/header_lines.h"
#include "indexer/article_fields.h"
#include "indexer/clean/document.h"
#include "indexer/clean/html_article.h"
#include "indexer/clean/inline_markup.h"
#include "indexer/clean/markup_size.h"
#include "indexer/clean/plain_text.h"
#include "indexer/clean/text_blocks.h"
#include "indexer/clean/wrapped_lines.h"
#include "indexer/json_repair.h"
#include "indexer/line_members.h"
#include "indexer/line_values.h"
#include "text/error.h"

namespace indexer {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

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
  // What was read so far may be a long text.
  what = what.substr(0, what.find("; last read"));
  return collapse_space(what);
}

// Terms and keys of the index can't hold NULs well, and no text needs them.
void replace_nul(std::string& text) { std::ranges::replace(text, '\0', ' '); }

std::string text_member(const Json& object, const char* name) {
  const Json* value = find_first(object, {name});
  return value ? to_text(*value) : std::string();
}

// Text of a field that may be markup, as contents of web pages often are.
std::string read_prose(std::string text) {
  static constexpr std::array kMarks = {
      "</p>",  "</P>",  "<br",           "</div>", "<p>",        "</a>",
      "</li>", "</h2>", "</blockquote>", "</td>",  "</section>", "</figure>"};
  const bool is_html = std::ranges::any_of(kMarks, [&](const char* mark) {
    return text.find(mark) != std::string::npos;
  });
  if (!is_html) return unwrap_sentences(without_inline_markup(text));
  check_markup_size(text);
  return html_to_text(text);
}

// A field that holds a page as a browser got it.
bool is_page(std::string_view text) {
  const std::string begin = to_lower_ascii(trim_ascii(text.substr(0, 512)));
  return begin.starts_with("<!doctype html") || begin.starts_with("<html") ||
         begin.starts_with("<head") || begin.starts_with("<body");
}

// Takes the text of the page from it, and what the line itself does not know.
void read_page(std::string_view page, text::Article& article) {
  auto found = parse_html_article(page, {article.url, {}});
  if (!found) throw text::InputError("no article text");
  article.body = std::move(found->body);
  if (article.title.empty()) article.title = std::move(found->title);
  if (article.url.empty()) article.url = std::move(found->url);
  if (article.source.empty()) article.source = std::move(found->source);
  if (article.section.empty()) article.section = std::move(found->section);
  if (article.authors.empty()) article.authors = std::move(found->authors);
  if (article.language.empty()) article.language = std::move(found->language);
  if (!article.published) article.published = found->published;
  if (!article.modified) article.modified = found->modified;
}

bool is_annotated(const Json& object) {
  const auto is_list = [&](const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_array();
  };
  return is_list("mentions") && is_list("relations");
}

// Takes the mark off a text that a news service has cut: `… [+2310 chars]`.
// False if it has none.
bool drop_cut_mark(std::string& text) {
  constexpr std::string_view kEnd = " chars]";
  const size_t begin = text.rfind('[');
  if (begin == std::string::npos || !text.ends_with(kEnd)) return false;
  const auto count = std::string_view(text).substr(
      begin + 1, text.size() - kEnd.size() - begin - 1);
  if (count.find_first_not_of("+0123456789") != std::string_view::npos) {
    return false;
  }
  text.erase(text.find_last_not_of(' ', begin - 1) + 1);
  return true;
}

// Title and body; where that is only a summary or less, the article is a brief.
// Verbatim ones stay as they are, so that offsets hold.
void read_texts(const LineMembers& members, bool verbatim,
                text::Article& article) {
  const auto prose = [&](std::string text) {
    return verbatim ? text : read_prose(std::move(text));
  };
  article.title = collapse_space(prose(members.text(ArticleField::kTitle)));
  const std::string body = members.prose(ArticleField::kBody);
  if (!verbatim && is_page(body)) return read_page(body, article);
  article.body = prose(body);
  if (trim_ascii(article.body).empty()) article.body.clear();
  const bool is_cut = !verbatim && drop_cut_mark(article.body);
  if (!article.body.empty() && !is_cut) return;
  article.kind = text::ArticleKind::kBrief;
  if (!article.body.empty()) return;
  article.body = prose(members.longest_prose(ArticleField::kSummary));
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// Some programs call the address of an article its source.
void read_origin(const LineMembers& members, text::Article& article) {
  article.url = collapse_space(members.text(ArticleField::kUrl));
  std::string address;
  for (const Json* value : members.all(ArticleField::kSource)) {
    std::string source = collapse_space(to_text(*value));
    std::string& known = is_address(source) ? address : article.source;
    if (known.empty()) known = std::move(source);
  }
  if (article.url.empty()) {
    article.url = std::move(address);
  } else if (article.source.empty()) {
    article.source = std::move(address);
  }
}

std::vector<std::string> read_authors(const LineMembers& members,
                                      bool verbatim) {
  const auto found = members.all(ArticleField::kAuthors);
  if (found.empty()) return {};
  const Json& authors = *found.front();
  if (!verbatim || !authors.is_array()) return to_names(authors);
  std::vector<std::string> names;
  for (const Json& author : authors) names.push_back(to_text(author));
  return names;
}

std::optional<text::Timestamp> read_date(const LineMembers& members,
                                         ArticleField field) {
  for (const Json* value : members.all(field)) {
    if (const auto date = to_time(*value)) return date;
  }
  return {};
}

// The value that `mapped` means in `object`; null if there is none.
const Json* value_of(const Json& object, const MappedField& mapped) {
  if (const Json* whole = find_first(object, {mapped.name.c_str()})) {
    return whole;
  }
  const Json* value = &object;
  for (const std::string& name : mapped.path) {
    value = value->is_object() ? find_first(*value, {name.c_str()}) : nullptr;
    if (value == nullptr) break;
  }
  return value;
}

// True for a line that to_article_line() has written: it is read as it stands.
bool is_own_line(const Json& object) {
  const auto id = object.find("id");
  const auto kind = object.find("kind");
  return id != object.end() && id->is_string() && kind != object.end() &&
         text::parse_article_id(id->get_ref<const std::string&>());
}

// Puts what `fields` names where it is looked for first.
void move_fields(const FieldMap& fields, Json& object) {
  Json moved = Json::object();
  for (const MappedField& mapped : fields) {
    if (const Json* value = value_of(object, mapped)) {
      moved[mapped.field] = *value;
    }
  }
  // Other spellings of a mapped field (`Title`) are not looked at.
  for (auto member = object.begin(); member != object.end();) {
    const bool hidden = moved.contains(normal_field_name(member.key()));
    member = hidden ? object.erase(member) : std::next(member);
  }
  object.update(moved);
}

text::ArticleKind read_kind(const Json& object) {
  const std::string name = text_member(object, "kind");
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
  const LineMembers members(object);
  text::Article article;
  article.kind = read_kind(object);
  read_origin(members, article);
  article.language = members.text(ArticleField::kLanguage);
  article.published = read_date(members, ArticleField::kPublished);
  article.modified = read_date(members, ArticleField::kModified);
  article.section = collapse_space(members.text(ArticleField::kSection));
  const bool verbatim = is_annotated(object) || is_own_line(object);
  article.authors = read_authors(members, verbatim);
  read_texts(members, verbatim, article);
  if (article.title.empty() && article.body.empty()) {
    throw text::InputError("neither title nor body: its members are " +
                           members.some_names());
  }
  article.language = language_of(article);
  article.archive = text_member(object, "archive");
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
