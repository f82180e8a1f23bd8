#include "extract/knowledge.h"

#include <algorithm>

namespace extract {
namespace {

std::vector<Token> as_tokens(const Phrase& phrase) {
  std::vector<Token> tokens(phrase.size());
  for (size_t i = 0; i < phrase.size(); ++i) tokens[i].symbol = phrase[i];
  return tokens;
}

}  // namespace

Grammar::Grammar(const Lexicon& lexicon) {
  const auto set = [&](const char* name) { return lexicon.set(name); };
  be = set("be");
  have = set("have");
  do_ = set("do");
  to = set("to");
  negation = set("negation");
  nearly = set("nearly");
  adverb = set("adverb");
  hearsay = set("hearsay");
  condition = set("condition");
  expectation = set("expectation");
  modal_planned = set("modal.planned");
  modal_possible = set("modal.possible");
  chain_planned = set("chain.planned");
  chain_possible = set("chain.possible");
  chain_rumoured = set("chain.rumoured");
  chain_negated = set("chain.negated");
  chain_asserted = set("chain.asserted");
  determiner = set("determiner");
  indefinite = set("indefinite");
  preposition = set("preposition");
  place_preposition = set("preposition.place");
  listing = set("listing");
  conjunction = set("conjunction");
  relative = set("relative");
  function = set("function");
  follower = set("follower");
  finite = set("finite");
  direction = set("direction");
  saying = set("saying");
  denying = set("denying");
  not_name = set("not.name");
  generic = set("generic");
  not_short = set("not.short");
  legal_form = set("legal.form");
  company_noun = set("company.noun");
  person_title = set("person.title");
  person_office = set("person.office");
  name_particle = set("name.particle");
  office_lead = set("office.lead");
  facility_modifier = set("facility.modifier");
  site = set("site");
  other = set("other");
  commodity_before = set("commodity.before");
  commodity_after = set("commodity.after");
  place_facility = set("place.facility");
  name_government = set("name.government");
  name_organization = set("name.organization");
  name_company = set("name.company");
  beside_company_before = set("beside.company.before");
  beside_company_after = set("beside.company.after");
  beside_government_before = set("beside.government.before");
  beside_government_after = set("beside.government.after");
  beside_organization_before = set("beside.organization.before");
  beside_organization_after = set("beside.organization.after");
  name_link = set("name.link");
  name_suffix = set("name.suffix");
  title_he = set("title.he");
  title_she = set("title.she");
  given_he = set("given.he");
  given_she = set("given.she");
  nominal_named = set("nominal.named");
  nominal_organization = set("nominal.organization");
  pronoun_she = set("pronoun.she");
  nominal_company = set("nominal.company");
  pronoun_it = set("pronoun.it");
  pronoun_its = set("pronoun.its");
  pronoun_person = set("pronoun.person");
  month = set("month");
  date_lead = set("date.lead");
  hangul_particle = set("hangul.particle");
  hangul_suffix = set("hangul.suffix");
  hangul_surname = set("hangul.surname");
  hangul_office = set("hangul.office");
  han_surname = set("han.surname");
  han_office = set("han.office");
  han_after_name = set("han.after.name");
  han_boundary = set("han.boundary");
  han_company = set("han.company");
  han_facility = set("han.facility");
  han_generic = set("han.generic");
  kana_office = set("kana.office");
}

Knowledge::Knowledge(const std::filesystem::path& resources)
    : gazetteer_(resources / "gazetteer"),
      rules_(load_rules(resources / "rules")),
      grammar_(rules_.lexicon),
      heads_(rules_.lexicon) {
  add_names();
}

void Knowledge::add_names() {
  head_classes_.resize(gazetteer_.entities().size());
  for (size_t i = 0; i < head_classes_.size(); ++i) {
    head_classes_[i] = heads_.of_kind(gazetteer_.entities()[i].fact("kind"));
  }
  Symbols& symbols = rules_.lexicon.symbols();
  const auto& aliases = gazetteer_.aliases();
  for (size_t i = 0; i < aliases.size(); ++i) {
    Phrase phrase = symbols.intern_name(aliases[i].name);
    names_.add(phrase, static_cast<uint32_t>(i));
    const auto& entity = gazetteer_.entities()[aliases[i].entity];
    if (entity.entity.type == text::EntityType::kFacility) {
      add_stem(aliases[i].entity, std::move(phrase));
    }
  }
  const auto& offices = gazetteer_.offices();
  for (size_t i = 0; i < offices.size(); ++i) {
    names_.add(symbols.intern_name(offices[i].phrase),
               kOffices + static_cast<uint32_t>(i));
  }
}

void Knowledge::add_stem(size_t entity, Phrase name) {
  const std::vector<Token> tokens = as_tokens(name);
  size_t size = name.size();
  for (size_t cut = size > 4 ? size - 4 : 1; cut < size; ++cut) {
    const auto [head, matched] = heads_.match(std::span(tokens).subspan(cut));
    if (head == HeadClass::kNone || cut + matched != size) continue;
    if (head_classes_[entity] == HeadClass::kNone) head_classes_[entity] = head;
    size = cut;
    break;
  }
  const auto is_modifier = [&](const Token& token) {
    return in(grammar_.facility_modifier, token);
  };
  while (size > 1 && is_modifier(tokens[size - 1])) --size;
  name.resize(size);
  stems_.add(name, static_cast<uint32_t>(entity));
}

std::vector<const KnownEntity*> Knowledge::facilities(
    std::span<const uint32_t> stem) const {
  std::vector<const KnownEntity*> found;
  for (const uint32_t index : stems_.exactly(stem)) {
    found.push_back(&gazetteer_.entities()[index]);
  }
  return found;
}

HeadClass Knowledge::head_of(const KnownEntity& facility) const {
  const KnownEntity* first = gazetteer_.entities().data();
  const KnownEntity* last = first + gazetteer_.entities().size();
  if (&facility >= first && &facility < last) {
    return head_classes_[static_cast<size_t>(&facility - first)];
  }
  return heads_.of_kind(facility.fact("kind"));
}

const KnownEntity* Knowledge::government_of(const KnownEntity& place) const {
  Phrase name;
  for (const Token& t : tokenize("government of " + place.entity.name)) {
    name.push_back(lexicon().symbols().find(t.folded));
  }
  for (const uint32_t value : names_.exactly(name)) {
    if (value >= kOffices) continue;
    return &gazetteer_.entities()[gazetteer_.aliases()[value].entity];
  }
  return nullptr;
}

bool Knowledge::lies_elsewhere(const KnownEntity& inner,
                               const KnownEntity& outer) const {
  const std::string_view country = inner.fact("country");
  const std::string_view other = outer.fact("kind") == "country"
                                     ? std::string_view(outer.entity.id)
                                     : outer.fact("country");
  return !country.empty() && !other.empty() && country != other;
}

bool Knowledge::lies_in(const KnownEntity& inner,
                        std::string_view outer_id) const {
  const KnownEntity* entity = &inner;
  for (int depth = 0; entity != nullptr && depth < 5; ++depth) {
    if (entity->entity.id == outer_id) return true;
    for (const auto& [key, value] : entity->facts) {
      if (value == outer_id && (key == "country" || key == "located_in" ||
                                key == "part_of" || key == "region")) {
        return true;
      }
    }
    const std::string_view next = entity->fact("located_in");
    entity = next.empty() ? nullptr : gazetteer_.find(next);
  }
  return false;
}

}  // namespace extract
