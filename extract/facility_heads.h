// The nouns that names of facilities end with, by the classes that the rules
// declare: `head.mine`, `heads.mine` (plural) and `kind.mine` (the fact `kind`
// of the gazetteer) are one class, `mine`.

#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/lexicon.h"

namespace extract {

// kAny is the class `any`, of nouns such as `project`; further classes are
// numbered from kAny on.
enum class HeadClass : uint8_t { kNone, kAny };

// Whether one facility can be called by both; kNone and kAny fit with all.
bool compatible(HeadClass a, HeadClass b);

class FacilityHeads {
 public:
  // Borrows `lexicon`. Throws InputError if it declares too many classes.
  explicit FacilityHeads(const Lexicon& lexicon);

  // The class of the longest noun that `tokens` begin with, and its size.
  std::pair<HeadClass, size_t> match(std::span<const Token> tokens) const {
    return longest(singular_, tokens);
  }
  std::pair<HeadClass, size_t> match_plural(
      std::span<const Token> tokens) const {
    return longest(plural_, tokens);
  }
  // By the fact `kind` of a facility; kNone where it tells nothing.
  HeadClass of_kind(std::string_view kind) const;

 private:
  using Sets = std::vector<std::pair<HeadClass, SetId>>;

  Sets sets_of(const std::string& prefix);
  HeadClass class_named(const std::string& name);
  std::pair<HeadClass, size_t> longest(const Sets& sets,
                                       std::span<const Token> tokens) const;

  const Lexicon* lexicon_;
  std::map<std::string, HeadClass> classes_{{"any", HeadClass::kAny}};
  Sets singular_;
  Sets plural_;
  Sets kinds_;
};

}  // namespace extract
