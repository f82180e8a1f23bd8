#include "indexer/annotation_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

// Title and body with their code points counted.
class Places {
 public:
  explicit Places(const text::Article& article)
      : article_(article), title_(article.title), body_(article.body) {}

  std::string_view text(bool in_title) const {
    return in_title ? article_.title : article_.body;
  }

  // `[begin, end]` in code points.
  std::pair<uint32_t, uint32_t> code_points(text::Span span,
                                            bool in_title) const {
    const text::CodePointIndex& index = in_title ? title_ : body_;
    return {index.code_point(span.begin), index.code_point(span.end)};
  }

  // Throws InputError if the offsets are none of the text.
  text::Span bytes(uint64_t begin, uint64_t end, bool in_title) const {
    const text::CodePointIndex& index = in_title ? title_ : body_;
    const auto size = static_cast<uint32_t>(text(in_title).size());
    if (begin > end || end > index.code_point(size)) {
      throw text::InputError("lies outside of the article");
    }
    return {index.byte(static_cast<uint32_t>(begin)),
            index.byte(static_cast<uint32_t>(end))};
  }

 private:
  const text::Article& article_;
  text::CodePointIndex title_;
  text::CodePointIndex body_;
};

// Four decimals are what a confidence is worth.
double rounded(float confidence) {
  return std::round(static_cast<double>(confidence) * 1e4) / 1e4;
}

void set_if_known(OrderedJson& object, const char* key,
                  const std::string& value) {
  if (!value.empty()) object[key] = value;
}

OrderedJson to_json(const text::Mention& mention, const Places& places) {
  const auto [begin, end] = places.code_points(mention.span, mention.in_title);
  OrderedJson json;
  json["begin"] = begin;
  json["end"] = end;
  if (mention.in_title) json["in_title"] = true;
  json["text"] = slice(places.text(mention.in_title), mention.span);
  json["type"] = to_string(mention.type);
  const std::string_view coarse = coarse_class(mention.type);
  if (!coarse.empty() && !mention.nominal) json["class"] = coarse;
  if (mention.nominal) json["nominal"] = true;
  set_if_known(json, "entity", mention.entity);
  json["name"] = mention.name;
  json["confidence"] = rounded(mention.confidence);
  set_if_known(json, "how", mention.how);
  return json;
}

OrderedJson to_json(const text::Relation& relation, const Places& places) {
  const auto [begin, end] =
      places.code_points(relation.sentence, relation.in_title);
  OrderedJson json;
  json["type"] = to_string(relation.type);
  json["source"] = relation.source;
  json["target"] = relation.target;
  json["begin"] = begin;
  json["end"] = end;
  if (relation.in_title) json["in_title"] = true;
  json["confidence"] = rounded(relation.confidence);
  json["modality"] = to_string(relation.modality);
  json["negated"] = relation.negated;
  set_if_known(json, "date", relation.date);
  set_if_known(json, "rule", relation.rule);
  set_if_known(json, "attribution", relation.attribution);
  return json;
}

OrderedJson to_json(const text::Fact& fact, const Places& places) {
  const auto [begin, end] = places.code_points(fact.sentence, fact.in_title);
  const auto quantity = places.code_points(fact.quantity, fact.in_title);
  OrderedJson json;
  json["entity"] = fact.entity;
  json["measure"] = fact.measure;
  set_if_known(json, "commodity", fact.commodity);
  json["value"] = fact.value;
  set_if_known(json, "unit", fact.unit);
  set_if_known(json, "date", fact.date);
  json["begin"] = begin;
  json["end"] = end;
  if (fact.in_title) json["in_title"] = true;
  json["text"] = slice(places.text(fact.in_title), fact.quantity);
  json["quantity"] = {quantity.first, quantity.second};
  return json;
}

template <typename T>
OrderedJson to_list(const std::vector<T>& entries, const Places& places) {
  OrderedJson list = OrderedJson::array();
  for (const T& entry : entries) list.push_back(to_json(entry, places));
  return list;
}

// The members of one JSON object. Absent or of another type is the default.
class Members {
 public:
  explicit Members(const Json& object) : object_(object) {
    if (!object.is_object()) throw text::InputError("is not an object");
  }

  std::string string(const char* key) const {
    const Json* value = find(key);
    return value && value->is_string() ? value->get<std::string>() : "";
  }
  bool boolean(const char* key) const {
    const Json* value = find(key);
    return value && value->is_boolean() && value->get<bool>();
  }
  double number(const char* key, double otherwise) const {
    const Json* value = find(key);
    return value && value->is_number() ? value->get<double>() : otherwise;
  }
  // Throws InputError if it is no number of characters.
  uint64_t offset(const char* key) const {
    const Json* value = find(key);
    if (!value || !value->is_number_unsigned()) {
      throw text::InputError(std::string("has no ") + key);
    }
    return value->get<uint64_t>();
  }
  const Json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }

 private:
  const Json& object_;
};

// Throws InputError if `value` is nothing.
template <typename T>
T known(std::optional<T> value, const std::string& name) {
  if (!value) throw text::InputError("has the unknown type `" + name + "`");
  return *value;
}

float confidence_of(const Members& members) {
  return static_cast<float>(
      std::clamp(members.number("confidence", 1.0), 0.0, 1.0));
}

// An entity id that begins with a type.
std::string entity_of(const Members& members, const char* key) {
  std::string id = members.string(key);
  if (!text::type_of_entity_id(id)) {
    throw text::InputError(std::string("has no entity id as ") + key);
  }
  return id;
}

text::Span span_of(const Members& members, const Places& places) {
  return places.bytes(members.offset("begin"), members.offset("end"),
                      members.boolean("in_title"));
}

text::Mention read_mention(const Members& members, const Places& places) {
  text::Mention mention;
  mention.span = span_of(members, places);
  mention.in_title = members.boolean("in_title");
  mention.nominal = members.boolean("nominal");
  // A name of somebody unknown, as `lode extract` tells it, has a type only.
  const std::string type = members.string("type");
  const bool stranger = !members.find("entity") && !type.empty();
  if (!stranger) mention.entity = entity_of(members, "entity");
  mention.type = type.empty() ? *text::type_of_entity_id(mention.entity)
                              : known(text::parse_entity_type(type), type);
  mention.name = members.string("name");
  if (mention.name.empty()) {
    mention.name = slice(places.text(mention.in_title), mention.span);
  }
  mention.confidence = confidence_of(members);
  mention.how = members.string("how");
  return mention;
}

text::Relation read_relation(const Members& members, const Places& places) {
  text::Relation relation;
  const std::string type = members.string("type");
  relation.type = known(text::parse_relation_type(type), type);
  relation.source = entity_of(members, "source");
  relation.target = entity_of(members, "target");
  relation.sentence = span_of(members, places);
  relation.in_title = members.boolean("in_title");
  if (const std::string modality = members.string("modality");
      !modality.empty()) {
    relation.modality = known(text::parse_modality(modality), modality);
  }
  relation.negated = members.boolean("negated");
  relation.confidence = confidence_of(members);
  relation.date = members.string("date");
  relation.rule = members.string("rule");
  relation.attribution = members.string("attribution");
  return relation;
}

// The span of the quantity, as `quantity` or as the place of `text`.
text::Span quantity_of(const Members& members, const text::Fact& fact,
                       const Places& places) {
  const Json* stated = members.find("quantity");
  if (stated && stated->is_array() && stated->size() == 2 &&
      stated->at(0).is_number_unsigned() &&
      stated->at(1).is_number_unsigned()) {
    return places.bytes(stated->at(0).get<uint64_t>(),
                        stated->at(1).get<uint64_t>(), fact.in_title);
  }
  const std::string words = members.string("text");
  const size_t at =
      slice(places.text(fact.in_title), fact.sentence).find(words);
  if (words.empty() || at == std::string_view::npos) return fact.sentence;
  const auto begin = fact.sentence.begin + static_cast<uint32_t>(at);
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

text::Fact read_fact(const Members& members, const Places& places) {
  text::Fact fact;
  fact.entity = entity_of(members, "entity");
  fact.measure = members.string("measure");
  fact.commodity = members.string("commodity");
  fact.value = members.number("value", 0);
  fact.unit = members.string("unit");
  fact.date = members.string("date");
  fact.sentence = span_of(members, places);
  fact.in_title = members.boolean("in_title");
  fact.quantity = quantity_of(members, fact, places);
  return fact;
}

// Reads the list `key` of `line` entry by entry.
template <typename T>
std::vector<T> read_list(const Json& line, const char* key,
                         T (*read)(const Members&, const Places&),
                         const Places& places) {
  std::vector<T> entries;
  const auto list = line.find(key);
  if (list == line.end() || !list->is_array()) return entries;
  for (const Json& entry : *list) {
    try {
      entries.push_back(read(Members(entry), places));
    } catch (const text::InputError& error) {
      throw text::InputError(std::string(key) + " " +
                             std::to_string(entries.size() + 1) + " " +
                             error.what());
    }
  }
  return entries;
}

// Entities in the order in which they are named first; each once, and each of
// their aliases.
class EntityList {
 public:
  // What `entity` is called is known already if another one has its id.
  void add(text::Entity entity) {
    if (!places_.try_emplace(entity.id, entities_.size()).second) return;
    names_.insert(name_key(entity.id, entity.name));
    entities_.push_back(std::move(entity));
  }

  // The entity `id` must have been added.
  void add_alias(const std::string& id, const std::string& alias) {
    if (alias.empty() || !names_.insert(name_key(id, alias)).second) return;
    entities_[places_.at(id)].aliases.push_back(alias);
  }

  std::vector<text::Entity> take() { return std::move(entities_); }

 private:
  static std::string name_key(const std::string& id, const std::string& name) {
    return id + '\0' + name;
  }

  std::vector<text::Entity> entities_;
  std::unordered_map<std::string, size_t> places_;  // id -> in entities_
  std::unordered_set<std::string> names_;           // also aliases
};

void add_described(const Json& entry, EntityList& entities) {
  if (!entry.is_object()) return;
  const Members members(entry);
  const std::string id = members.string("id");
  const auto type = text::type_of_entity_id(id);
  const std::string name = members.string("name");
  if (!type || name.empty()) return;
  entities.add({id, *type, name, {}});
  const Json* aliases = members.find("aliases");
  if (!aliases || !aliases->is_array()) return;
  for (const Json& alias : *aliases) {
    if (alias.is_string()) entities.add_alias(id, alias.get<std::string>());
  }
}

}  // namespace

void add_annotation(const text::Article& article,
                    const text::Annotation& annotation, OrderedJson& line) {
  const Places places(article);
  line["mentions"] = to_list(annotation.mentions, places);
  line["relations"] = to_list(annotation.relations, places);
  line["facts"] = to_list(annotation.facts, places);
}

text::Annotation read_annotation(const text::Article& article,
                                 const Json& line) {
  const Places places(article);
  auto mentions =
      read_list<text::Mention>(line, "mentions", read_mention, places);
  std::erase_if(mentions,
                [](const text::Mention& m) { return m.entity.empty(); });
  return {std::move(mentions),
          read_list<text::Relation>(line, "relations", read_relation, places),
          read_list<text::Fact>(line, "facts", read_fact, places)};
}

std::vector<text::Entity> read_entities(const text::Article& article,
                                        const text::Annotation& annotation,
                                        const Json& line) {
  EntityList entities;
  const auto described = line.find("entities");
  if (described != line.end() && described->is_array()) {
    for (const Json& entry : *described) add_described(entry, entities);
  }
  for (const text::Mention& mention : annotation.mentions) {
    entities.add({mention.entity, mention.type, mention.name, {}});
    const std::string& text = mention.in_title ? article.title : article.body;
    if (!mention.nominal) {
      entities.add_alias(mention.entity,
                         std::string(slice(text, mention.span)));
    }
  }
  return entities.take();
}

}  // namespace indexer
