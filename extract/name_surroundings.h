// What stands around a name of the gazetteer and makes it another's.

#pragma once

#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// `Air France`, `Chicago Botanical Gardens`: a capitalised word that is no
// name beside it makes a place or a company part of something else, as one
// after it does a place of several words: `West Virginia Normal School`. In
// headlines capitals tell nothing.
bool is_part_of_name(const Knowledge& knowledge, const Reading& reading,
                     const Found& found);

// The `US` of `US$856`, which ends before token `last`.
bool is_currency(const Passage& passage, size_t last);

// The `Stanford` of `desk@Stanford.edu`.
bool is_in_address(const Reading& reading, const Found& found);

// `Ukraine's Supreme Court` is not that of the United States.
bool is_of_other_land(const Knowledge& knowledge, const Reading& reading,
                      const Found& found);

}  // namespace extract
