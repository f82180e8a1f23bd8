#include "models/penn_tag.h"

#include <algorithm>
#include <array>

namespace models {
namespace {

// In the order of PennTag.
constexpr std::array<std::string_view, kPennTagCount> kNames = {
    "ADD",  "AFX",   "CD",  ":",   ",",   "CC",    "DT",  "EX",   "FW",  "GW",
    "HYPH", "IN",    "JJ",  "JJR", "JJS", "-LRB-", "LS",  "MD",   "NFP", "NN",
    "NNP",  "NNPS",  "NNS", "PDT", ".",   "POS",   "PRP", "PRP$", "RB",  "RBR",
    "RBS",  "-RRB-", "RP",  "SYM", "TO",  "UH",    "VB",  "VBD",  "VBG", "VBN",
    "VBP",  "VBZ",   "WDT", "WP",  "WP$", "WRB",   "$",   "``",   "''",
};

}  // namespace

std::string_view to_string(PennTag tag) {
  return kNames[static_cast<size_t>(tag)];
}

std::optional<PennTag> parse_penn_tag(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<PennTag>(found - kNames.begin());
}

}  // namespace models
