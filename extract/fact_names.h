// What the mentions of a sentence may be to a fact.

#pragma once

#include "extract/fact_sentence.h"
#include "extract/knowledge.h"

namespace extract {

inline constexpr TypeSet type_bit(text::EntityType type) {
  return static_cast<TypeSet>(1U << static_cast<unsigned>(type));
}
inline constexpr TypeSet kCommodities = type_bit(text::EntityType::kCommodity);
inline constexpr TypeSet kFacilities = type_bit(text::EntityType::kFacility);
inline constexpr TypeSet kGovernments = type_bit(text::EntityType::kGovernment);
inline constexpr TypeSet kPlaces = type_bit(text::EntityType::kPlace);

inline constexpr size_t kFactReach = 40;  // tokens that a word may look back

class FactNames {
 public:
  // Borrows its arguments.
  FactNames(const Knowledge& knowledge, const MeasureBook& book,
            const FactSentence& sentence);

  // The reading of the mention at `i` that a measure may be said of: a place
  // may stand for its government, or for the one facility named after it. Null
  // if there is none, or `i` is in no mention.
  const KnownEntity* reading(size_t i, TypeSet types) const;
  bool names_any(TypeSet types) const;
  // True for a word of a noun phrase that is no preposition and no auxiliary.
  bool is_plain(size_t i) const;
  // True if the noun phrase that the mention at `first` ends is the object of
  // no preposition.
  bool stands_free(size_t first) const;
  // True if nobody is named before token `i`, known or not: `Net sales were`.
  bool begins_sentence(size_t i) const;

 private:
  const Knowledge& knowledge_;
  const FactSentence& sentence_;
  SetId glue_, prepositions_, determiners_, relatives_;
};

}  // namespace extract
