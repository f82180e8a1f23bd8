// The commodity that a fact is of.

#pragma once

#include "extract/fact_matcher.h"
#include "extract/fact_names.h"
#include "extract/fact_topic.h"

namespace extract {

class FactCommodity {
 public:
  // Borrows its arguments.
  FactCommodity(const FactNames& names, const FactSentence& sentence,
                const FactTopic& topic)
      : names_(names), sentence_(sentence), topic_(topic) {}

  // What `quantity` is an amount of; null if nothing is said.
  const KnownEntity* of(const Measure& measure, const FactMatch& match,
                        const Quantity& quantity) const;

  // What a price is of: the commodity said last before it in its clause, the
  // one said behind it, the one that was spoken of. Null if none is.
  const KnownEntity* priced(const FactMatch& match) const;

 private:
  const KnownEntity* said(const FactMatch& match,
                          const Quantity& quantity) const;
  const KnownEntity* only_one_before(size_t end) const;

  const FactNames& names_;
  const FactSentence& sentence_;
  const FactTopic& topic_;
};

}  // namespace extract
