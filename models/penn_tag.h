// The tags of the Penn treebank, finer than the universal ones: they tell
// `VBN` (taken, given) from `VBD` (took) and `NNS` (mines) from `NN`.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/sentence.h"

namespace models {

enum class PennTag : uint8_t {
  kAddress,  // ADD: of the web or of mail
  kAffix,
  kCardinal,
  kColon,
  kComma,
  kConjunction,
  kDeterminer,
  kExistential,
  kForeign,
  kGoesWith,
  kHyphen,
  kPreposition,
  kAdjective,
  kComparative,
  kSuperlative,
  kLeftBracket,
  kListItem,
  kModal,
  kPunctuation,  // NFP: that ends nothing
  kNoun,
  kName,
  kNames,
  kNouns,
  kPredeterminer,
  kFullStop,
  kPossessive,
  kPronoun,
  kPossessivePronoun,
  kAdverb,
  kComparativeAdverb,
  kSuperlativeAdverb,
  kRightBracket,
  kParticle,
  kSymbol,
  kTo,
  kInterjection,
  kBase,        // VB: take
  kPast,        // VBD: took
  kGerund,      // VBG: taking
  kParticiple,  // VBN: taken
  kPresent,     // VBP: I take
  kPresentS,    // VBZ: takes
  kWhDeterminer,
  kWhPronoun,
  kWhPossessive,
  kWhAdverb,
  kDollar,
  kOpeningQuote,
  kClosingQuote,
};
inline constexpr int kPennTagCount = 49;

std::string_view to_string(PennTag tag);  // `VBN`
std::optional<PennTag> parse_penn_tag(std::string_view name);

// What the tagger tells of a word.
struct WordTag {
  Tag tag{};
  PennTag penn{};

  bool operator==(const WordTag&) const = default;
};

}  // namespace models
