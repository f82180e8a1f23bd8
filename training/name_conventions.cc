#include "training/name_conventions.h"

#include <algorithm>
#include <array>
#include <string>

namespace training {
namespace {

using models::NameClass;
using List = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, List list) {
  return std::ranges::find(list, word) != list.end();
}

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

bool is_title(std::string_view word) {
  return is_one_of(
      word, {"Ambassador", "Attorney", "Capt.",   "Captain",   "Chairman",
             "Chancellor", "Chief",    "Circuit", "Col.",      "Colonel",
             "Director",   "District", "Dr",      "Dr.",       "Emperor",
             "Foreign",    "Gen.",     "General", "Gov.",      "Governor",
             "Judge",      "Justice",  "Lt.",     "Maj.",      "Mayor",
             "Minister",   "Miss",     "Mr",      "Mr.",       "Mrs",
             "Mrs.",       "Ms",       "Ms.",     "Pres.",     "President",
             "Premier",    "Prime",    "Prof.",   "Professor", "Rep.",
             "Reps.",      "Rev.",     "Roman",   "Secretary", "Sen.",
             "Sens.",      "Senator",  "Sgt.",    "U.S.",      "Vice"});
}

bool ends_with_any(std::string_view word, List endings) {
  return std::ranges::any_of(
      endings, [&](std::string_view end) { return word.ends_with(end); });
}

// Words that say where from or of what faith, not where or who.
bool is_demonym(std::string_view word) {
  if (is_one_of(word, {"Berlin", "Canaan", "Caspian", "Caribbean", "Guardian",
                       "Meridian", "Vatican", "Ocean", "Labrador"})) {
    return false;
  }
  if (is_one_of(word,
                {"Afghan",     "African",     "Africans",     "Algerian",
                 "Arab",       "Arabic",      "Arabs",        "Bangladeshi",
                 "Basque",     "Buddhist",    "Catalan",      "Catholic",
                 "Catholics",  "Cuban",       "Czech",        "Democrat",
                 "Democrats",  "Dutch",       "French",       "German",
                 "Germans",    "Greek",       "Greeks",       "Hindu",
                 "Iraqi",      "Iraqis",      "Islamic",      "Israeli",
                 "Israelis",   "Jew",         "Jews",         "Kuwaiti",
                 "Latin",      "Moroccan",    "Muslim",       "Muslims",
                 "Nazi",       "Nazis",       "Orthodox",     "Pakistani",
                 "Protestant", "Republicans", "Roman",        "Romans",
                 "Saudi",      "Serb",        "Serbs",        "Slavic",
                 "Soviets",    "Swiss",       "Thai",         "Tibetan",
                 "Uzbek",      "Welsh",       "Christianity", "Catholicism",
                 "Islam",      "Judaism",     "Afghans",      "Kurds"})) {
    return true;
  }
  return word.size() >= 5 &&
         ends_with_any(word, {"ish", "ese", "ian", "ean", "ican", "ians",
                              "eans", "icans", "olese"});
}

bool is_month(std::string_view word) {
  return is_one_of(
      word,
      {"January",  "February", "March",     "April",     "May",      "June",
       "July",     "August",   "September", "October",   "November", "December",
       "Jan.",     "Feb.",     "Aug.",      "Sept.",     "Oct.",     "Nov.",
       "Dec.",     "Monday",   "Tuesday",   "Wednesday", "Thursday", "Friday",
       "Saturday", "Sunday"});
}

class NameEditor {
 public:
  explicit NameEditor(MarkedSentence& sentence) : words_(sentence.words) {}

  void edit(MarkedName name) {
    if (is_defined_term(name)) return;
    trim(name);
    if (name.first >= name.last) return;
    if (name.name_class == NameClass::kPerson) {
      strip_titles(name);
      if (is_title(words_[name.last - 1])) return;
    }
    if (name.name_class == NameClass::kLocation) {
      split_at_commas(name);
      return;
    }
    keep(name);
  }

  std::vector<MarkedName> take() { return std::move(edited_); }

 private:
  // Parties of a contract: `the Borrower`.
  bool is_defined_term(const MarkedName& name) const {
    return name.last - name.first == 1 &&
           is_one_of(lower_ascii(words_[name.first]),
                     {"bank", "borrower", "company", "employee", "employer",
                      "executive", "guarantor", "holder", "landlord", "lender",
                      "lessee", "lessor", "purchaser", "seller", "tenant",
                      "trustee"});
  }

  void trim(MarkedName& name) const {
    while (name.first < name.last &&
           is_one_of(words_[name.first], {"the", "a", "an", "@", "#", "\""})) {
      ++name.first;
    }
    while (name.first < name.last &&
           is_one_of(words_[name.last - 1],
                     {".", ",", "'s", "’s", "'", ";", ":", "\""})) {
      --name.last;
    }
  }

  void strip_titles(MarkedName& name) const {
    uint32_t first = name.first;
    while (first + 1 < name.last && is_title(words_[first])) ++first;
    name.first = first;
  }

  void split_at_commas(const MarkedName& name) {
    uint32_t first = name.first;
    for (uint32_t i = name.first; i <= name.last; ++i) {
      if (i < name.last && words_[i] != ",") continue;
      if (i > first) keep({first, i, name.name_class});
      first = i + 1;
    }
  }

  void keep(MarkedName name) {
    const std::string_view first = words_[name.first];
    const bool single = name.last - name.first == 1;
    if (single && name.name_class != NameClass::kPerson && is_demonym(first)) {
      name.name_class = NameClass::kOther;
    }
    if (name.name_class == NameClass::kOther &&
        ((first[0] >= '0' && first[0] <= '9') || is_month(first))) {
      return;
    }
    edited_.push_back(name);
  }

  const std::vector<std::string>& words_;
  std::vector<MarkedName> edited_;
};

}  // namespace

std::optional<NameClass> class_of_label(std::string_view label) {
  const std::string lower = lower_ascii(label);
  if (lower.empty() || is_one_of(lower, {"time", "num"})) return std::nullopt;
  if (is_one_of(lower, {"per", "person", "peop", "politician", "scientist",
                        "researcher", "writer", "musicalartist"})) {
    return NameClass::kPerson;
  }
  if (is_one_of(lower,
                {"org", "organisation", "organization", "corporation", "group",
                 "politicalparty", "band", "university", "magazine"})) {
    return NameClass::kOrganization;
  }
  if (is_one_of(lower, {"loc", "location", "gpe", "country", "place"})) {
    return NameClass::kLocation;
  }
  return NameClass::kOther;
}

std::vector<MarkedName> without_overlap(std::vector<MarkedName> names) {
  std::ranges::stable_sort(names, [](const auto& a, const auto& b) {
    return a.last - a.first > b.last - b.first;
  });
  std::vector<MarkedName> kept;
  for (const MarkedName& name : names) {
    const bool free = std::ranges::none_of(kept, [&](const auto& other) {
      return name.first < other.last && other.first < name.last;
    });
    if (free) kept.push_back(name);
  }
  std::ranges::sort(kept, {}, &MarkedName::first);
  return kept;
}

void apply_conventions(MarkedSentence& sentence) {
  NameEditor editor(sentence);
  for (const MarkedName& name : sentence.names) editor.edit(name);
  sentence.names = editor.take();
}

}  // namespace training
