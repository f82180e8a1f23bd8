// Whether a quantity is only possible.

#pragma once

#include "extract/fact_sentence.h"
#include "extract/measure_language.h"

namespace extract {

class FactDoubt {
 public:
  // Borrows its arguments.
  FactDoubt(const MeasureBook& book, const FactSentence& sentence);

  // `could fall to $2,000`, `if A produces 5 t`, `would have paid $5m`: what
  // the clause of the quantity says before it.
  bool is_possible(const Quantity& quantity) const;

 private:
  bool is_doubtful(size_t i) const;
  size_t before_insertion(size_t comma) const;

  const FactSentence& sentence_;
  SetId doubt_, end_, relatives_;
};

}  // namespace extract
