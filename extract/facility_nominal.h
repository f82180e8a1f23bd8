// Facilities without a name: `the zinc smelter at Port Pirie`.

#pragma once

#include <optional>

#include "extract/facility_choice.h"
#include "extract/sentence_view.h"

namespace extract {

struct FacilityNominal {
  size_t first = 0;  // tokens [first, last) of the passage
  size_t last = 0;
  FacilityDescription description;
};

struct NominalRead {
  size_t next = 0;  // the token to read on from
  std::optional<FacilityNominal> nominal;
};

// The nominal whose head noun is at `at`; `subject` is whom `its` means, null
// if nobody.
NominalRead read_facility_nominal(const Knowledge& knowledge,
                                  const SentenceView& sentence, size_t at,
                                  const KnownEntity* subject);

}  // namespace extract
