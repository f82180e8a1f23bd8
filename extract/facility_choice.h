// Which facility a text means by `the zinc smelter at Port Pirie`.

#pragma once

#include <set>
#include <utility>
#include <vector>

#include "extract/knowledge.h"

namespace extract {

// What a nominal facility says of itself: `a large-scale smelter in the US`,
// `Nyrstar's zinc smelter`.
struct FacilityDescription {
  HeadClass head{};
  bool definite = false;
  const KnownEntity* owner = nullptr;
  std::vector<const KnownEntity*> commodities;
  std::vector<const KnownEntity*> places;  // nearest first
};

class FacilityChoice {
 public:
  // Borrows `knowledge`; `named` are those that the article names.
  FacilityChoice(const Knowledge& knowledge, std::set<const KnownEntity*> named)
      : knowledge_(&knowledge), named_(std::move(named)) {}

  // The one that fits, where there is no doubt; `last` is the last one spoken
  // of, null if none was.
  const KnownEntity* choose(const FacilityDescription& description,
                            const KnownEntity* last) const;

 private:
  bool fits(const KnownEntity& facility, const FacilityDescription& d) const;
  bool is_held(const KnownEntity& facility, const FacilityDescription& d) const;
  std::vector<const KnownEntity*> named_after(
      const FacilityDescription& d) const;

  const Knowledge* knowledge_;
  std::set<const KnownEntity*> named_;
};

}  // namespace extract
