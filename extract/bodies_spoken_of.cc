#include "extract/bodies_spoken_of.h"

namespace extract {
namespace {

using text::EntityType;

// `the group` still means the organisation that was a subject so many
// sentences ago.
constexpr int kMemory = 2;

}  // namespace

bool is_body(EntityType type) {
  return type == EntityType::kCompany || type == EntityType::kOrganization ||
         type == EntityType::kGovernment;
}

void BodiesSpokenOf::begin_passage() {
  subjects_ = {};
  organization_age_ = 0;
  named_.clear();
  known_.clear();
}

void BodiesSpokenOf::begin_sentence() { ++organization_age_; }

void BodiesSpokenOf::name(const KnownEntity& body) {
  if (!known_.insert(&body).second) return;
  const auto& lexicon = knowledge_.lexicon();
  for (Token& word : tokenize(body.entity.name)) {
    word.symbol = lexicon.symbols().find(word.folded);
    if (!knowledge_.in(knowledge_.grammar().nominal_named, word)) continue;
    const auto [named, created] = named_.try_emplace(word.symbol, &body);
    if (!created) named->second = nullptr;
  }
}

void BodiesSpokenOf::make_subject(const KnownEntity& body) {
  subjects_[static_cast<size_t>(body.entity.type)] = &body;
  if (body.entity.type == EntityType::kOrganization) organization_age_ = 0;
}

const KnownEntity* BodiesSpokenOf::organization() const {
  return organization_age_ < kMemory
             ? subjects_[static_cast<size_t>(EntityType::kOrganization)]
             : nullptr;
}

std::pair<const KnownEntity*, size_t> BodiesSpokenOf::resolve(
    std::span<const Token> nouns) const {
  const Grammar& grammar = knowledge_.grammar();
  const auto size_in = [&](SetId set) {
    return knowledge_.lexicon().match(set, nouns).size;
  };
  if (size_in(grammar.nominal_named) == 1) {
    const auto named = named_.find(nouns.front().symbol);
    if (named != named_.end()) {
      return {named->second, named->second == nullptr ? 0 : 1};
    }
  }
  const size_t company_size = size_in(grammar.nominal_company);
  if (company_size > 0 && company() != nullptr) {
    return {company(), company_size};
  }
  const size_t size = size_in(grammar.nominal_organization);
  if (size > 0 && organization() != nullptr) return {organization(), size};
  return {nullptr, 0};
}

}  // namespace extract
