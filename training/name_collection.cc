#include "training/name_collection.h"

#include <algorithm>
#include <array>

#include "models/model_file.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "training/plain_words.h"

namespace training {
namespace {

using models::NameList;
using models::NameListMask;
using Words = std::vector<std::string_view>;

constexpr NameListMask bit(NameList list) {
  return static_cast<NameListMask>(1U << static_cast<unsigned>(list));
}

// Folded, without full stops.
constexpr std::array<std::string_view, 78> kLegalForms = {
    "inc",     "incorporated", "corp", "corporation", "co",    "company",
    "ltd",     "limited",      "llc",  "llp",         "lp",    "plc",
    "ag",      "sa",           "se",   "nv",          "bv",    "gmbh",
    "kgaa",    "kg",           "spa",  "srl",         "sas",   "sab",
    "cv",      "de",           "ab",   "as",          "asa",   "oyj",
    "oy",      "a/s",          "aps",  "pt",          "tbk",   "bhd",
    "berhad",  "sdn",          "pte",  "pty",         "pvt",   "private",
    "public",  "pjsc",         "jsc",  "ojsc",        "pao",   "oao",
    "hldgs",   "nl",           "nyrt", "zrt",         "dd",    "ad",
    "sgps",    "saog",         "saoc", "qsc",         "qpsc",  "ksc",
    "kscp",    "kk",           "publ", "pcl",         "hf",    "anonim",
    "sirketi", "asi",          "adr",  "ads",         "trust", "reit",
    "lllp",    "ulc",          "gk",   "cia",         "shs",   "joint-stock"};
// Forms that are parts of names too: cut only once something else was.
constexpr std::array<std::string_view, 4> kWeakForms = {"de", "public", "trust",
                                                        "private"};

bool is_form(std::string_view word) {
  std::string folded = text::fold_name(word);
  return std::ranges::find(kLegalForms, folded) != kLegalForms.end();
}

bool is_weak_form(std::string_view word) {
  std::string folded = text::fold_name(word);
  return std::ranges::find(kWeakForms, folded) != kWeakForms.end();
}

std::string join(const Words& words) {
  std::string joined;
  for (const std::string_view word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

bool is_mark(std::string_view word) {
  return word == "," || word == "(" || word == ")" || word == "&" ||
         word == ".";
}

// True while the last of `words` is no part of the bare name.
bool ends_in_form(const Words& words) {
  if (words.size() < 2) return false;
  if (is_mark(words.back())) return true;
  return is_form(words.back()) && !is_weak_form(words.back());
}

Words without_forms(Words words) {
  const size_t size = words.size();
  while (ends_in_form(words) || (words.size() > 1 && words.size() < size &&
                                 is_weak_form(words.back()))) {
    words.pop_back();
  }
  if (words.size() > 1 && words.front() == "PT") words.erase(words.begin());
  return words;
}

// What companies add to the name that text calls them by: `Expedia Group`.
constexpr std::array<std::string_view, 16> kGroupNouns = {
    "brands",       "companies",  "enterprises",  "global",
    "group",        "groupe",     "grupo",        "holding",
    "holdings",     "industries", "intl",         "international",
    "laboratories", "stores",     "technologies", "worldwide"};

Words without_group(Words words) {
  while (words.size() > 1 &&
         (is_mark(words.back()) ||
          std::ranges::find(kGroupNouns, text::fold_name(words.back())) !=
              kGroupNouns.end())) {
    words.pop_back();
  }
  return words;
}

bool is_latin(std::string_view name) {
  for (size_t at = 0; at < name.size();) {
    const auto [value, size] = text::code_point_at(name, at);
    at += size;
    if (text::is_letter(value) &&
        text::script_of(value) != text::Script::kLatin) {
      return false;
    }
  }
  return true;
}

bool has_letter(std::string_view name) {
  for (size_t at = 0; at < name.size();) {
    const auto [value, size] = text::code_point_at(name, at);
    at += size;
    if (text::is_letter(value)) return true;
  }
  return false;
}

// Of a single word's capitals for each lower case: as few or fewer mean that
// it is no name of the list.
double common_ratio(NameList list) {
  switch (list) {
    case NameList::kGivenName:
    case NameList::kSurname:
      return 0.05;
    case NameList::kCountry:
    case NameList::kPeople:
    case NameList::kCommonWord:
      return 0;
    default:
      return 0.4;
  }
}

}  // namespace

void NameCollection::add(std::string_view name, NameList list) {
  if (!is_latin(name) || !has_letter(name)) return;
  const Words words = plain_words(name);
  models::NameOfLists named;
  for (const models::NameAtom& atom : models::name_atoms(words)) {
    if (atom.hash == 0) return;
    named.atoms.push_back(atom.hash);
  }
  if (named.atoms.empty() || named.atoms.size() > models::kMaxNameAtoms) {
    return;
  }
  named.lists = bit(list);
  const auto [at, added] =
      names_.try_emplace(text::fold_name(join(words)), named);
  at->second.lists |= named.lists;
}

void NameCollection::add_company(std::string_view name) {
  add(name, NameList::kCompany);
  const Words bare = without_forms(plain_words(name));
  const bool single_letter = bare.size() == 1 && bare[0].size() < 2;
  if (bare.empty() || single_letter) return;
  add(join(bare), NameList::kCompany);
  if (bare.size() > 2 && bare.front() == "The") {
    add(join({bare.begin() + 1, bare.end()}), NameList::kCompany);
  }
  const Words called = without_group(bare);
  if (called.size() < bare.size() && called[0].size() > 3) {
    add(join(called), NameList::kCompany);
  }
}

void NameCollection::add_person(std::string_view name) {
  constexpr std::array<std::string_view, 6> kAfter = {"Jr.", "Sr.", "II",
                                                      "III", "IV",  "Jr"};
  Words words = plain_words(name);
  while (words.size() > 2 &&
         (std::ranges::find(kAfter, words.back()) != kAfter.end() ||
          words.back() == ",")) {
    words.pop_back();
  }
  if (words.size() < 2 || words.size() > 5) return;
  add(join(words), NameList::kPerson);
  const auto is_part = [](std::string_view word) {
    return word.size() >= 2 && word.back() != '.' &&
           !(word[0] >= 'a' && word[0] <= 'z');
  };
  if (is_part(words.front())) add(words.front(), NameList::kGivenName);
  if (is_part(words.back())) add(words.back(), NameList::kSurname);
}

void NameCollection::drop_common_words(const WordCase& word_case) {
  for (auto& [name, named] : names_) {
    if (named.atoms.size() != 1) continue;
    for (int i = 0; i < models::kNameListCount; ++i) {
      const auto list = static_cast<NameList>(i);
      const double ratio = common_ratio(list);
      if (ratio > 0 && word_case.is_mostly_lower(name, ratio)) {
        named.lists &= static_cast<NameListMask>(~bit(list));
      }
    }
  }
  std::erase_if(names_,
                [](const auto& name) { return name.second.lists == 0; });
}

size_t NameCollection::count(NameList list) const {
  return static_cast<size_t>(std::ranges::count_if(
      names_,
      [&](const auto& name) { return (name.second.lists & bit(list)) != 0; }));
}

bool NameCollection::contains(const std::string& folded, NameList list) const {
  const auto found = names_.find(folded);
  return found != names_.end() && (found->second.lists & bit(list)) != 0;
}

void NameCollection::write(const std::filesystem::path& path) const {
  std::vector<models::NameOfLists> names;
  for (const auto& [name, named] : names_) names.push_back(named);
  models::ModelFileWriter writer("lists");
  writer.add<uint32_t>("names", models::build_name_table(names));
  writer.write(path);
}

}  // namespace training
