// Lists of names by what they name, as hints for the name tagger: companies,
// cities, countries, given names, surnames, ... gathered from sources named in
// docs/data-sources.md. A hit is a hint, never a mention by itself.

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "models/model_file.h"
#include "models/name_table.h"
#include "models/sentence.h"

namespace models {

enum class NameList : uint8_t {
  kGivenName,
  kSurname,
  kPerson,  // full names
  kCountry,
  kCity,
  kRegion,  // states, provinces, rivers, mountains, ...
  kFacility,
  kCompany,
  kOrganization,  // parties, agencies, universities, bands
  kTeam,
  kPeople,      // `Japanese`, `Kurdish`
  kWork,        // books, films, albums, products
  kCommonWord,  // written in lower case in plain text, most often
};
inline constexpr int kNameListCount = 13;

// A name of one list that stands at words [first, last).
struct ListedName {
  uint32_t first = 0;
  uint32_t last = 0;
  NameList list{};
};

// Immutable: any number of threads may call find().
class NameLists {
 public:
  // Throws InputError if the file is no model of name lists.
  explicit NameLists(const std::filesystem::path& path);

  // The longest name of each list at each place, by position; those inside a
  // longer name of the same list are left out. Matched folded, but a name
  // must be written with a capital in `words`, and its last word and its first
  // or second one not in lower case (CJK apart). Linear in the words: names
  // have at most kMaxNameAtoms atoms.
  std::vector<ListedName> find(Words words) const;

 private:
  ModelFile file_;
  NameTable table_;
};

}  // namespace models
