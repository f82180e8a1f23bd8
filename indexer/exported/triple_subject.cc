#include "indexer/exported/triple_subject.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/error.h"
#include "text/utf8.h"

namespace indexer {
namespace {

constexpr std::string_view kProperty = "urn:lode:property:";
constexpr std::string_view kType = "urn:lode:type:";
constexpr std::string_view kStatement =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";

constexpr std::array<std::pair<std::string_view, std::string_view>, 12>
    kPredicates = {{
        {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "type"},
        {"http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "source"},
        {"http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate", "relation"},
        {"http://www.w3.org/1999/02/22-rdf-syntax-ns#object", "target"},
        {"http://www.w3.org/2000/01/rdf-schema#label", "label"},
        {"http://www.w3.org/2004/02/skos/core#altLabel", "alias"},
        {"http://purl.org/dc/terms/title", "title"},
        {"http://purl.org/dc/terms/publisher", "publisher"},
        {"http://purl.org/dc/terms/language", "language"},
        {"http://purl.org/dc/terms/issued", "published"},
        {"http://purl.org/dc/terms/source", "article"},
        {"http://purl.org/dc/terms/identifier", "identifier"},
    }};

constexpr std::array<std::string_view, 20> kProperties = {
    "supports",     "sentence",  "sentence_begin", "in_title",   "source_marks",
    "target_marks", "modality",  "negated",        "confidence", "date",
    "rule",         "story",     "kind",           "url",        "entity",
    "measure",      "commodity", "value",          "unit",       "quantity",
};

// Fields whose objects are IRIs of ours.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kIris = {
    {
        {"source", "urn:lode:entity:"},
        {"target", "urn:lode:entity:"},
        {"entity", "urn:lode:entity:"},
        {"commodity", "urn:lode:entity:"},
        {"relation", "urn:lode:relation:"},
        {"article", "urn:lode:article:"},
        {"story", "urn:lode:story:"},
    }};

std::string percent_decoded(std::string_view iri) {
  std::string text;
  for (size_t i = 0; i < iri.size(); ++i) {
    const std::string_view hex = iri.substr(i + 1, 2);
    unsigned value = 0;
    const auto read =
        std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    const bool is_encoded =
        iri[i] == '%' && hex.size() == 2 && read.ptr == hex.data() + 2;
    text += is_encoded ? static_cast<char>(value) : iri[i];
    if (is_encoded) i += 2;
  }
  return text::make_valid_utf8(text);
}

// The name after `prefix`. Throws InputError if `iri` begins otherwise.
std::string name_in(std::string_view iri, std::string_view prefix) {
  if (iri.starts_with(prefix)) {
    return percent_decoded(iri.substr(prefix.size()));
  }
  throw text::InputError("`" + std::string(text::cut_utf8(iri, 200)) +
                         "` is no <" + std::string(prefix) + "…>");
}

}  // namespace

std::string_view field_of_predicate(std::string_view iri) {
  for (const auto& [known, field] : kPredicates) {
    if (iri == known) return field;
  }
  if (!iri.starts_with(kProperty)) return {};
  const auto found =
      std::ranges::find(kProperties, iri.substr(kProperty.size()));
  return found == kProperties.end() ? std::string_view() : *found;
}

void TripleSubject::add(std::string_view field, std::string object) {
  if (field == "type") return add_type(object);
  if (field == "alias") return aliases_.push_back(std::move(object));
  values_.try_emplace(std::string(field), std::move(object));
}

void TripleSubject::add_type(std::string_view iri) {
  if (iri == kStatement) kind_ = SubjectKind::kEdge;
  if (!iri.starts_with(kType)) return;
  const std::string_view name = iri.substr(kType.size());
  if (name == "evidence") kind_ = SubjectKind::kEvidence;
  if (name == "fact") kind_ = SubjectKind::kFact;
  if (name == "article") kind_ = SubjectKind::kArticle;
  const auto type = text::parse_entity_type(name);
  if (!type) return;
  kind_ = SubjectKind::kEntity;
  type_ = type;
}

text::Entity TripleSubject::entity() const {
  text::Entity entity;
  entity.id = name_in(name_, "urn:lode:entity:");
  checked_entity_id(entity.id);
  entity.type = type_.value();
  const auto label = values_.find("label");
  if (label == values_.end() || label->second.empty()) {
    throw text::InputError(entity.id + " has no name");
  }
  entity.name = label->second;
  entity.aliases = aliases_;
  return entity;
}

Fields TripleSubject::evidence() const {
  Fields fields = values_;
  for (const auto& [field, prefix] : kIris) {
    const auto found = fields.find(field);
    if (found != fields.end()) found->second = name_in(found->second, prefix);
  }
  return fields;
}

StatedArticle TripleSubject::article() const {
  Fields fields = evidence();
  fields["article"] = name_in(name_, "urn:lode:article:");
  if (const auto iri = fields.find("identifier"); iri != fields.end()) {
    fields.try_emplace("url", iri->second);
  }
  return read_stated_article(fields);
}

StatedEdge TripleSubject::edge() const { return read_stated_edge(evidence()); }

StatedFact TripleSubject::fact() const {
  return read_stated_fact(evidence(), line_);
}

}  // namespace indexer
