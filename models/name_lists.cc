#include "models/name_lists.h"

#include <algorithm>
#include <array>
#include <span>

namespace models {
namespace {

// By list: where its longest name ends, in words; 0 if there is none.
using Ends = std::array<uint32_t, kNameListCount>;

// A name may begin in lower case, but its second word does not (`de Gaulle`).
bool may_begin_name(std::span<const NameAtom> atoms) {
  if (!atoms[0].begins_word || atoms[0].hash == 0) return false;
  return !atoms[0].lower || (atoms.size() > 1 && atoms[1].capital);
}

// The longest names of each list that begin with the first of `atoms`.
Ends longest_names(const NameTable& table, std::span<const NameAtom> atoms) {
  Ends ends{};
  uint64_t name = 0;
  bool capital = false;
  for (const NameAtom& atom : atoms) {
    if (atom.hash == 0) break;
    name = extend_name(name, atom.hash);
    capital |= atom.capital;
    const auto entry = table.find(name);
    if (!entry) break;
    if (capital && !atom.lower && atom.ends_word) {
      for (size_t list = 0; list < ends.size(); ++list) {
        if ((entry->lists >> list & 1U) != 0) ends[list] = atom.word + 1;
      }
    }
    if (!entry->goes_on) break;
  }
  return ends;
}

}  // namespace

NameLists::NameLists(const std::filesystem::path& path)
    : file_(path, "lists"), table_(file_.values<uint32_t>("names")) {}

std::vector<ListedName> NameLists::find(Words words) const {
  const std::vector<NameAtom> atoms = name_atoms(words);
  std::vector<ListedName> names;
  Ends covered{};
  for (size_t i = 0; i < atoms.size(); ++i) {
    if (!may_begin_name(std::span(atoms).subspan(i))) continue;
    const size_t size = std::min(kMaxNameAtoms, atoms.size() - i);
    const Ends ends = longest_names(table_, std::span(atoms).subspan(i, size));
    for (size_t list = 0; list < ends.size(); ++list) {
      if (ends[list] <= covered[list]) continue;
      covered[list] = ends[list];
      names.push_back({atoms[i].word, ends[list], static_cast<NameList>(list)});
    }
  }
  return names;
}

}  // namespace models
