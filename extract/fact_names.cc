#include "extract/fact_names.h"

#include <algorithm>

namespace extract {

FactNames::FactNames(const Knowledge& knowledge, const MeasureBook& book,
                     const FactSentence& sentence)
    : knowledge_(knowledge),
      sentence_(sentence),
      glue_(book.lexicon.set("glue")),
      prepositions_(book.lexicon.set("preposition")),
      determiners_(book.lexicon.set("determiner")),
      relatives_(book.lexicon.set("relative")) {}

const KnownEntity* FactNames::reading(size_t i, TypeSet types) const {
  const Found* found = i < sentence_.size() ? sentence_.mention(i) : nullptr;
  if (found == nullptr) return nullptr;
  const size_t last = sentence_.mention_last(i);
  const bool compound = sentence_.is(last, "-") &&  // `Seoul-based`
                        !sentence_.token(last).space_before;
  if (compound) return nullptr;
  if ((types & kFacilities) != 0 && found->implied != nullptr &&
      !sentence_.is(last, "in") && !sentence_.is(last, ",")) {
    return found->implied;
  }
  if (const KnownEntity* known = known_as(*found, types)) return known;
  if ((types & kGovernments) != 0 && (types & kPlaces) == 0) {
    const KnownEntity* place = known_as(*found, kPlaces);
    return place == nullptr ? nullptr : knowledge_.government_of(*place);
  }
  return nullptr;
}

bool FactNames::names_any(TypeSet types) const {
  for (size_t i = 0; i < std::min(sentence_.size(), 4 * kFactReach); ++i) {
    if (reading(i, types) != nullptr) return true;
  }
  return false;
}

bool FactNames::is_plain(size_t i) const {
  const Token& token = sentence_.token(i);
  const bool word = token.kind == TokenKind::kWord || is_cjk(token.kind) ||
                    token.kind == TokenKind::kNumber || token.folded == "-";
  return word && !sentence_.in(glue_, i) && !sentence_.in(prepositions_, i) &&
         !sentence_.in(relatives_, i) && token.folded != "and";
}

bool FactNames::stands_free(size_t first) const {
  constexpr size_t kWords = 4;
  if (first > 1 && sentence_.is(first - 1, ",") &&
      sentence_.mention(first - 2) != nullptr &&
      known_as(*sentence_.mention(first - 2), kPlaces) != nullptr) {
    return stands_free(
        sentence_.mention_first(first - 2));  // `Sydney, Australia`
  }
  for (size_t back = 1; back <= std::min(kWords, first); ++back) {
    const size_t i = first - back;
    if (sentence_.in(prepositions_, i)) return false;
    if (sentence_.mention(i) != nullptr || sentence_.in(glue_, i) ||
        !is_plain(i)) {
      return true;
    }
    if (sentence_.in(determiners_, i)) {
      return i == 0 || !sentence_.in(prepositions_, i - 1);
    }
  }
  return true;
}

bool FactNames::begins_sentence(size_t i) const {
  constexpr size_t kWords = 4;
  if (i > kWords) return false;
  for (size_t k = 0; k < i; ++k) {
    const Token& token = sentence_.token(k);
    if (k > 0 && token.capitalised) return false;
    if (sentence_.mention(k) != nullptr &&
        known_as(*sentence_.mention(k), kCommodities) == nullptr) {
      return false;
    }
  }
  return true;
}

}  // namespace extract
