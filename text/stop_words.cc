#include <algorithm>
#include <array>

#include "text/analysis.h"

namespace text {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kEnglish = {
    "a"sv,        "about"sv,    "above"sv,     "after"sv,      "again"sv,
    "all"sv,      "also"sv,     "although"sv,  "am"sv,         "an"sv,
    "and"sv,      "another"sv,  "any"sv,       "are"sv,        "as"sv,
    "at"sv,       "be"sv,       "because"sv,   "been"sv,       "before"sv,
    "being"sv,    "below"sv,    "between"sv,   "both"sv,       "but"sv,
    "by"sv,       "can"sv,      "cannot"sv,    "could"sv,      "did"sv,
    "do"sv,       "does"sv,     "doing"sv,     "done"sv,       "down"sv,
    "during"sv,   "each"sv,     "either"sv,    "etc"sv,        "every"sv,
    "few"sv,      "for"sv,      "from"sv,      "further"sv,    "had"sv,
    "has"sv,      "have"sv,     "having"sv,    "he"sv,         "hence"sv,
    "her"sv,      "here"sv,     "hers"sv,      "herself"sv,    "him"sv,
    "himself"sv,  "his"sv,      "how"sv,       "however"sv,    "i"sv,
    "if"sv,       "in"sv,       "into"sv,      "is"sv,         "it"sv,
    "its"sv,      "itself"sv,   "just"sv,      "least"sv,      "less"sv,
    "many"sv,     "me"sv,       "might"sv,     "more"sv,       "most"sv,
    "much"sv,     "must"sv,     "my"sv,        "myself"sv,     "neither"sv,
    "no"sv,       "nor"sv,      "not"sv,       "now"sv,        "of"sv,
    "off"sv,      "on"sv,       "once"sv,      "only"sv,       "onto"sv,
    "or"sv,       "other"sv,    "others"sv,    "otherwise"sv,  "ought"sv,
    "our"sv,      "ours"sv,     "ourselves"sv, "out"sv,        "over"sv,
    "own"sv,      "per"sv,      "quite"sv,     "rather"sv,     "same"sv,
    "shall"sv,    "she"sv,      "should"sv,    "since"sv,      "so"sv,
    "some"sv,     "such"sv,     "than"sv,      "that"sv,       "the"sv,
    "their"sv,    "theirs"sv,   "them"sv,      "themselves"sv, "then"sv,
    "there"sv,    "thereby"sv,  "therefore"sv, "these"sv,      "they"sv,
    "this"sv,     "those"sv,    "though"sv,    "through"sv,    "thus"sv,
    "to"sv,       "together"sv, "too"sv,       "toward"sv,     "towards"sv,
    "under"sv,    "until"sv,    "up"sv,        "upon"sv,       "very"sv,
    "via"sv,      "was"sv,      "we"sv,        "were"sv,       "what"sv,
    "whatever"sv, "when"sv,     "where"sv,     "whereas"sv,    "whether"sv,
    "which"sv,    "while"sv,    "who"sv,       "whom"sv,       "whose"sv,
    "why"sv,      "will"sv,     "with"sv,      "within"sv,     "without"sv,
    "would"sv,    "yet"sv,      "you"sv,       "your"sv,       "yours"sv,
    "yourself"sv,
};
static_assert(std::ranges::is_sorted(kEnglish));

}  // namespace

bool is_stop_word(std::string_view folded_word, std::string_view language) {
  if (!language.empty() && language != "en") return false;
  return std::ranges::binary_search(kEnglish, folded_word);
}

}  // namespace text
