// Whose a quantity is: the subject of its verb, the possessor of its noun, the
// commodity that is priced.

#pragma once

#include <string_view>
#include <vector>

#include "extract/fact_matcher.h"
#include "extract/knowledge.h"

namespace extract {

// What the sentences before were about, for sentences that don't say it again.
struct FactTopic {
  // The entities that the last sentence with mentions named, each once.
  std::vector<const KnownEntity*> last;
  std::vector<const KnownEntity*> earlier;     // of the one before that
  std::vector<const KnownEntity*> facilities;  // of those before, each once
  const KnownEntity* only_facility = nullptr;  // of the whole article
  const KnownEntity* commodity = nullptr;      // named last, and how long ago
  size_t commodity_age = 0;                    // in sentences
};

class FactOwner {
 public:
  // Borrows its arguments.
  FactOwner(const Knowledge& knowledge, const MeasureBook& book,
            const FactSentence& sentence, const FactTopic& topic);

  // Null if nobody can be told, or several could be meant.
  const KnownEntity* find(const Measure& measure, const FactPattern& pattern,
                          const FactMatch& match) const;

  // What `quantity` is an amount of; null if nothing is said.
  const KnownEntity* commodity(const Measure& measure, const FactMatch& match,
                               const Quantity& quantity) const;

  // The reading of the mention at `i` that a measure may be said of: a place
  // may stand for its government, or for the one facility named after it. Null
  // if there is none, or `i` is in no mention.
  const KnownEntity* reading(size_t i, TypeSet types) const;

 private:
  const KnownEntity* by_role(const Measure& measure, const FactPattern& pattern,
                             const FactMatch& match) const;
  const KnownEntity* subject(TypeSet types, size_t at) const;
  const KnownEntity* first_of_sentence(TypeSet types, size_t before) const;
  const KnownEntity* cjk_subject(TypeSet types, size_t before) const;
  const KnownEntity* antecedent(TypeSet types, size_t relative) const;
  const KnownEntity* possessor(TypeSet types, const FactMatch& match) const;
  const KnownEntity* possessor_before(TypeSet types, size_t at) const;
  const KnownEntity* priced(const FactMatch& match) const;
  const KnownEntity* located(TypeSet types, size_t first, size_t last) const;
  const KnownEntity* nominal_facility(size_t noun) const;
  const KnownEntity* from_topic(TypeSet types) const;
  const KnownEntity* topic_facility(std::string_view noun = {}) const;
  const KnownEntity* only_commodity() const;
  const KnownEntity* said_commodity(const FactMatch& match,
                                    const Quantity& quantity) const;
  bool names_any(TypeSet types) const;
  bool is_cjk_around(size_t first, size_t last) const;
  bool stands_free(size_t first) const;
  bool is_plain(size_t i) const;
  bool begins_sentence(size_t i) const;
  bool is_passive(size_t verb) const;
  bool is_cjk_possessive(size_t i) const;
  size_t before_insertion(size_t comma) const;

  const Knowledge& knowledge_;
  const MeasureBook& book_;
  const FactSentence& sentence_;
  const FactTopic& topic_;
  SetId glue_, prepositions_, determiners_, relatives_, facility_nouns_,
      topic_marks_, be_, state_, carry_, gerund_leads_;
};

}  // namespace extract
