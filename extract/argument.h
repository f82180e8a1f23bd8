// A mention as source or target of a relation.

#pragma once

#include "extract/reading.h"

namespace extract {

struct Argument {
  const Found* mention = nullptr;
  const KnownEntity* entity = nullptr;  // the reading that fits
};

}  // namespace extract
