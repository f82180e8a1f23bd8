#include "text/abbreviations.h"

#include <algorithm>
#include <span>

#include "text/characters.h"
#include "text/utf8.h"

namespace text {
namespace {

using std::string_view_literals::operator""sv;

// The tables are sorted by bytes.

constexpr std::string_view kTitles[] = {
    "Capt"sv, "Cmdr"sv, "Col"sv,  "Dr"sv,     "Gen"sv, "Gov"sv,
    "Hon"sv,  "Lt"sv,   "Maj"sv,  "Messrs"sv, "Mr"sv,  "Mrs"sv,
    "Ms"sv,   "Mt"sv,   "Pres"sv, "Prof"sv,   "Rep"sv, "Rev"sv,
    "Sen"sv,  "Sgt"sv,  "St"sv,   "approx"sv, "ca"sv,  "cf"sv,
    "e.g"sv,  "i.e"sv,  "incl"sv, "viz"sv,    "vs"sv,
};

constexpr std::string_view kBeforeNumbers[] = {
    "Art"sv, "Eq"sv,  "Fig"sv, "Figs"sv, "No"sv,  "Nos"sv, "Par"sv,
    "Sec"sv, "Vol"sv, "fig"sv, "no"sv,   "nos"sv, "pp"sv,  "vol"sv,
};

constexpr std::string_view kGeneral[] = {
    "Apr"sv,  "Assn"sv, "Aug"sv,  "Ave"sv,  "Blvd"sv, "Bros"sv, "Co"sv,
    "Corp"sv, "Cos"sv,  "Dec"sv,  "Dept"sv, "Dist"sv, "Feb"sv,  "Ft"sv,
    "Inc"sv,  "Intl"sv, "Jan"sv,  "Jr"sv,   "Jul"sv,  "Jun"sv,  "Ltd"sv,
    "Mar"sv,  "Nov"sv,  "Oct"sv,  "Ph.D"sv, "Pte"sv,  "Pty"sv,  "Sep"sv,
    "Sept"sv, "Sr"sv,   "Univ"sv, "al"sv,   "etc"sv,  "ft"sv,
};

constexpr std::string_view kSentenceStarters[] = {
    "A"sv,         "According"sv, "After"sv,   "All"sv,   "Also"sv,
    "Although"sv,  "An"sv,        "And"sv,     "As"sv,    "At"sv,
    "Before"sv,    "Both"sv,      "But"sv,     "By"sv,    "Currently"sv,
    "Despite"sv,   "During"sv,    "For"sv,     "From"sv,  "He"sv,
    "Her"sv,       "His"sv,       "However"sv, "If"sv,    "In"sv,
    "Instead"sv,   "It"sv,        "Its"sv,     "Last"sv,  "Many"sv,
    "Meanwhile"sv, "More"sv,      "Most"sv,    "No"sv,    "Now"sv,
    "On"sv,        "Once"sv,      "One"sv,     "Other"sv, "Our"sv,
    "Overall"sv,   "Recently"sv,  "She"sv,     "Since"sv, "So"sv,
    "Some"sv,      "Still"sv,     "Such"sv,    "That"sv,  "The"sv,
    "Their"sv,     "Then"sv,      "There"sv,   "These"sv, "They"sv,
    "This"sv,      "Those"sv,     "Though"sv,  "To"sv,    "Under"sv,
    "Until"sv,     "We"sv,        "What"sv,    "When"sv,  "Where"sv,
    "While"sv,     "With"sv,      "Yet"sv,     "You"sv,
};

static_assert(std::ranges::is_sorted(kTitles));
static_assert(std::ranges::is_sorted(kBeforeNumbers));
static_assert(std::ranges::is_sorted(kGeneral));
static_assert(std::ranges::is_sorted(kSentenceStarters));

bool contains(std::span<const std::string_view> table, std::string_view word) {
  return std::binary_search(table.begin(), table.end(), word);
}

bool is_initial(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint first = code_point_at(word, 0);
  return first.size == word.size() && is_upper(first.value);
}

}  // namespace

Abbreviation classify_abbreviation(std::string_view word) {
  if (contains(kTitles, word)) return Abbreviation::kTitle;
  if (contains(kBeforeNumbers, word)) return Abbreviation::kNumber;
  if (contains(kGeneral, word) || is_initial(word) || is_dotted_acronym(word)) {
    return Abbreviation::kGeneral;
  }
  return Abbreviation::kNone;
}

bool is_dotted_acronym(std::string_view word) {
  size_t offset = 0;
  while (offset < word.size()) {
    const CodePoint letter = code_point_at(word, offset);
    if (!is_letter(letter.value)) return false;
    offset += letter.size;
    if (offset == word.size()) return offset > letter.size;
    if (word[offset++] != '.') return false;
  }
  return false;
}

bool is_sentence_starter(std::string_view word) {
  return contains(kSentenceStarters, word);
}

}  // namespace text
