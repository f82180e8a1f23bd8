// Which mentions fill the slots of a pattern, and which lists they begin.

#pragma once

#include <vector>

#include "extract/clause.h"
#include "extract/rule_language.h"

namespace extract {

// Elements are told by their index in the pattern, mentions by their item.
class Slots {
 public:
  static constexpr size_t kObjectReach = 9;

  // Borrows its arguments.
  Slots(const Knowledge& knowledge, const Clause& clause,
        const Pattern& pattern)
      : knowledge_(knowledge),
        grammar_(knowledge.grammar()),
        clause_(clause),
        elements_(pattern.elements) {}

  bool next_is(size_t element, Element::Kind kind) const;
  // `closed the Akyem and Porcupine sales`: a name that nobody knows goes on to
  // a noun that is the head of both.
  bool shares_noun(size_t last) const;
  bool is_last(size_t element) const;
  // What the mention at `item` is to the slot; null if it does not fit. A
  // place may stand for the one facility named after it (`operates Budel`),
  // but not where a place is said of it (`Budel in the Netherlands`).
  const KnownEntity* reading(size_t element, size_t item) const;
  bool holds(size_t element, size_t item) const;
  size_t find_object(size_t element, size_t at, size_t reach) const;
  // `A and B operate`, but not `A and B, a unit of C`; `A和B将`, where words
  // must say what verb groups say in English. Also `A and B are investors`.
  bool may_spread(size_t element, size_t head) const;
  // A list is matched once, from its first member.
  bool listed_before(size_t element, const std::vector<size_t>& members) const;
  void extend_list(size_t element, std::vector<size_t>& members) const;
  // In sentences a list has an `and`: `to buy A, B would sell C` has none.
  bool is_list(const std::vector<size_t>& members) const;
  // `zinc concentrate` is still zinc.
  bool is_material(const Element& slot, size_t item) const;
  bool is_object(size_t element) const;
  bool is_cjk_at(size_t at) const;
  bool takes_commodities(size_t element) const;

 private:
  // Lists are of one kind: a company after a facility begins a new clause.
  bool may_join(const KnownEntity& head, const KnownEntity& next) const;
  bool is_plural(SetId words) const;
  // `bought Filo and formed Vicuña`
  bool passes_verb(size_t element, size_t first, size_t last) const;
  // `群馬県の安中製錬所と福島県の小名浜製錬所`: the second is not in Gunma.
  bool leaves_place(size_t first, size_t last) const;

  const Knowledge& knowledge_;
  const Grammar& grammar_;
  const Clause& clause_;
  const std::vector<Element>& elements_;
};

}  // namespace extract
