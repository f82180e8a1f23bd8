// Whose a quantity is: the subject of its verb, the possessor of its noun, the
// commodity that is priced.

#pragma once

#include <optional>

#include "extract/fact_commodity.h"
#include "extract/fact_matcher.h"
#include "extract/fact_names.h"
#include "extract/fact_topic.h"

namespace extract {

class FactOwner {
 public:
  struct Context {
    const FactSentence& sentence;
    const FactTopic& topic;
  };

  // Borrows its arguments.
  FactOwner(const FactNames& names, const FactCommodity& commodity,
            const MeasureBook& book, const Context& context);

  // Null if nobody can be told, or several could be meant.
  const KnownEntity* find(const Measure& measure, const FactPattern& pattern,
                          const FactMatch& match) const;

 private:
  const KnownEntity* by_role(const Measure& measure, const FactPattern& pattern,
                             const FactMatch& match) const;
  const KnownEntity* subject(TypeSet types, size_t at) const;
  const KnownEntity* subject_before(TypeSet types, size_t at) const;
  std::optional<const KnownEntity*> subject_told_by(TypeSet types, size_t i,
                                                    bool plain) const;
  const KnownEntity* first_of_sentence(TypeSet types, size_t before) const;
  const KnownEntity* cjk_subject(TypeSet types, size_t before) const;
  const KnownEntity* antecedent(TypeSet types, size_t relative) const;
  const KnownEntity* possessor(TypeSet types, const FactMatch& match) const;
  const KnownEntity* possessor_before(TypeSet types, size_t at) const;
  const KnownEntity* located(TypeSet types, size_t first, size_t last) const;
  const KnownEntity* nominal_facility(size_t noun) const;
  bool is_cjk_around(size_t first, size_t last) const;
  bool is_passive(size_t verb) const;
  bool ends_opening(size_t i) const;
  bool is_cjk_possessive(size_t i) const;
  size_t before_insertion(size_t comma) const;

  const FactNames& names_;
  const FactCommodity& commodity_;
  const MeasureBook& book_;
  const FactSentence& sentence_;
  const FactTopic& topic_;
  SetId glue_, prepositions_, relatives_, facility_nouns_, topic_marks_, be_,
      state_, carry_, gerund_leads_, opinion_;
};

}  // namespace extract
