#include <algorithm>
#include <array>

#include "text/analysis.h"

namespace text {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kEnglish = {
    "a"sv,    "an"sv,    "and"sv,  "are"sv,  "as"sv,    "at"sv,  "be"sv,
    "been"sv, "but"sv,   "by"sv,   "for"sv,  "from"sv,  "had"sv, "has"sv,
    "have"sv, "he"sv,    "her"sv,  "his"sv,  "in"sv,    "is"sv,  "it"sv,
    "its"sv,  "not"sv,   "of"sv,   "on"sv,   "or"sv,    "she"sv, "that"sv,
    "the"sv,  "their"sv, "they"sv, "this"sv, "to"sv,    "was"sv, "we"sv,
    "were"sv, "which"sv, "will"sv, "with"sv, "would"sv,
};
static_assert(std::ranges::is_sorted(kEnglish));

}  // namespace

bool is_stop_word(std::string_view folded_word, std::string_view language) {
  if (!language.empty() && language != "en") return false;
  return std::ranges::binary_search(kEnglish, folded_word);
}

}  // namespace text
