// All that is known before an article is read: names, word sets, rules.

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/facility_heads.h"
#include "extract/gazetteer.h"
#include "extract/name_automaton.h"
#include "extract/rule_language.h"

namespace extract {

// The word sets that the code itself reads; corpora/rules declares them.
struct Grammar {
  explicit Grammar(const Lexicon& lexicon);

  SetId be, have, do_, to, negation, nearly, adverb, hearsay, condition,
      expectation;
  SetId modal_planned, modal_possible;
  SetId chain_planned, chain_possible, chain_rumoured, chain_negated,
      chain_asserted;
  SetId determiner, indefinite, preposition, place_preposition, listing,
      conjunction, relative, function, follower, finite, direction, saying,
      denying;
  SetId not_name, generic, not_short, legal_form, company_noun, person_title,
      person_office, name_particle, office_lead;
  SetId facility_modifier, site, other;
  SetId commodity_before, commodity_after;
  SetId place_facility, name_government, name_organization, name_company;
  SetId beside_company_before, beside_company_after, beside_government_before,
      beside_government_after, beside_organization_before,
      beside_organization_after;
  SetId name_link, name_suffix, title_he, title_she, given_he, given_she;
  SetId nominal_company, nominal_named, nominal_organization;
  SetId pronoun_it, pronoun_its, pronoun_person, pronoun_she;
  SetId month, date_lead;
  SetId hangul_particle, hangul_suffix, hangul_surname, hangul_office,
      han_surname, han_office, han_after_name, han_boundary, han_company,
      han_facility, han_generic, kana_office;
};

class Knowledge {
 public:
  // Throws InputError as Gazetteer and load_rules do.
  explicit Knowledge(const std::filesystem::path& resources);
  Knowledge(const Knowledge&) = delete;  // its parts borrow each other
  Knowledge& operator=(const Knowledge&) = delete;

  const Gazetteer& gazetteer() const { return gazetteer_; }
  const RuleBook& rules() const { return rules_; }
  const Lexicon& lexicon() const { return rules_.lexicon; }
  const Grammar& grammar() const { return grammar_; }

  // Its values are indices of aliases, or of offices plus kOffices.
  const NameAutomaton& names() const { return names_; }
  static constexpr uint32_t kOffices = 1U << 30U;

  // Facilities whose name is `stem` and a head noun: `clarksville`.
  std::vector<const KnownEntity*> facilities(
      std::span<const uint32_t> stem) const;
  HeadClass head_of(const KnownEntity& facility) const;

  const FacilityHeads& heads() const { return heads_; }

  // True if the place `inner` lies in `outer`, by the gazetteer.
  bool lies_in(const KnownEntity& inner, std::string_view outer_id) const;

  // True if the gazetteer knows the two to be of different countries.
  bool lies_elsewhere(const KnownEntity& inner, const KnownEntity& outer) const;

  // `government of Tasmania` for place:tasmania; null if there is none.
  const KnownEntity* government_of(const KnownEntity& place) const;

  bool in(SetId set, const Token& token) const {
    return lexicon().contains(set, token);
  }

 private:
  void add_names();
  void add_stem(size_t entity, Phrase name);

  Gazetteer gazetteer_;
  RuleBook rules_;
  Grammar grammar_;
  FacilityHeads heads_;
  NameAutomaton names_;
  NameAutomaton stems_;                  // values: entity indices
  std::vector<HeadClass> head_classes_;  // by entity index
};

}  // namespace extract
