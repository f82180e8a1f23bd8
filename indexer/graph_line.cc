#include "indexer/graph_line.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "indexer/annotation_json.h"
#include "indexer/article_line.h"
#include "text/error.h"

namespace indexer {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

OrderedJson to_json(const text::Entity& entity) {
  OrderedJson json = {{"id", entity.id},
                      {"type", text::to_string(entity.type)},
                      {"name", entity.name}};
  if (!entity.aliases.empty()) json["aliases"] = entity.aliases;
  return json;
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  const bool is_text = found != object.end() && found->is_string();
  return is_text ? found->get<std::string>() : std::string();
}

text::ArticleId id_of(const Json& article, const char* key) {
  const auto id = text::parse_article_id(text_of(article, key));
  if (!id) throw text::InputError(std::string("has no article id as ") + key);
  return *id;
}

text::Entity read_entity(const Json& json) {
  if (!json.is_object()) throw text::InputError("an entity is not an object");
  text::Entity entity;
  entity.id = text_of(json, "id");
  const auto in_id = text::type_of_entity_id(entity.id);
  if (!in_id) {
    throw text::InputError("`" + entity.id + "` is not an entity id");
  }
  const std::string type = text_of(json, "type");
  const auto stated = text::parse_entity_type(type);
  if (!type.empty() && !stated) {
    throw text::InputError(entity.id + " has the unknown type `" + type + "`");
  }
  entity.type = stated.value_or(*in_id);
  entity.name = text_of(json, "name");
  if (entity.name.empty()) throw text::InputError(entity.id + " has no name");
  const auto aliases = json.find("aliases");
  if (aliases == json.end() || !aliases->is_array()) return entity;
  for (const Json& alias : *aliases) {
    if (alias.is_string()) entity.aliases.push_back(alias.get<std::string>());
  }
  return entity;
}

// Throws InputError where two descriptions have one id.
std::vector<text::Entity> read_entities(const Json& article) {
  std::vector<text::Entity> entities;
  const auto list = article.find("entities");
  if (list == article.end() || !list->is_array()) return entities;
  for (const Json& entry : *list) entities.push_back(read_entity(entry));
  std::ranges::sort(entities, {}, &text::Entity::id);
  const auto twice =
      std::ranges::adjacent_find(entities, {}, &text::Entity::id);
  if (twice != entities.end()) {
    throw text::InputError(twice->id + " is described twice");
  }
  return entities;
}

void check_header(const Json& header) {
  const auto format = header.is_object() ? header.find("format") : header.end();
  if (!header.is_object() || format == header.end() ||
      !format->is_number_integer()) {
    throw text::InputError("an exported graph without its format");
  }
  if (format->get<int64_t>() != kGraphFormat) {
    throw text::InputError("an exported graph of format " + format->dump() +
                           "; this program reads format " +
                           std::to_string(kGraphFormat));
  }
}

ReadArticle read_graph_article(const Json& json) {
  ReadArticle read;
  read.article = read_article(json);
  // Told by the line, so that it is the same article as where it comes from.
  read.article.id = id_of(json, "id");
  read.article.external_id = text_of(json, "external_id");
  read.story = id_of(json, "story");
  read.annotation = read_annotation(read.article, json);
  read.entities = read_entities(json);
  return read;
}

}  // namespace

bool is_graph_line(std::string_view line) {
  constexpr std::array kBeginnings = {kGraphHeaderLine, kGraphEntityLine,
                                      kGraphEdgeLine, kGraphArticleLine,
                                      kGraphEndLine};
  return std::ranges::any_of(kBeginnings, [&](std::string_view beginning) {
    return line.starts_with(beginning);
  });
}

OrderedJson graph_article_json(const text::Article& article,
                               text::ArticleId story,
                               const text::Annotation& annotation,
                               std::span<const text::Entity> entities) {
  OrderedJson json = article_json(article);
  json["story"] = to_string(story);
  json["entities"] = OrderedJson::array();
  for (const auto& entity : entities)
    json["entities"].push_back(to_json(entity));
  add_annotation(article, annotation, json);
  return json;
}

std::optional<ReadArticle> parse_graph_line(std::string_view line) {
  const Json object = parse_line_object(line);
  if (const auto header = object.find("lode_graph"); header != object.end()) {
    check_header(*header);
  }
  const auto article = object.find("article");
  if (article == object.end()) return std::nullopt;
  return read_graph_article(*article);
}

}  // namespace indexer
