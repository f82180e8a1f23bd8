// Patterns over dependency trees: `tree acquire|acquisition subj=S:org
// obj=O:company` (docs/rules.md).

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/rule_types.h"

namespace extract {

// What a word may be to its predicate, however the sentence is built: in `X
// bought Y`, `Y, bought by X,`, `X's purchase of Y` and `X, which plans to buy
// Y,` X is the subject and Y the object.
enum class Function : uint8_t {
  kSubject,
  kObject,
  kPossessor,    // `'s`
  kHolder,       // `is`: who is, becomes or is called what a noun says
  kModifier,     // `noun`: a noun before a noun
  kPreposition,  // `from`
};

// One step of a path; any of its functions will do.
struct TreeStep {
  uint8_t functions = 0;               // bits 1 << Function
  std::vector<uint32_t> prepositions;  // symbols
  std::optional<SetId> words;          // the word reached must be of this set

  bool has(Function function) const {
    return (functions & (1U << static_cast<unsigned>(function))) != 0;
  }
};

// `obj{stake}/in=O:company`. Without a slot something only has to be there.
struct TreePath {
  std::vector<TreeStep> steps;
  Role role = Role::kOther;
  TypeSet types = 0;
};

struct TreePattern {
  std::vector<SetId> triggers;  // the predicate is of one of these sets
  std::vector<TreePath> paths;
};

// Reads what follows `tree`. Throws InputError, without a place, saying what
// is wrong; declares no sets.
TreePattern parse_tree_pattern(Lexicon& lexicon,
                               const std::vector<std::string>& words);

}  // namespace extract
