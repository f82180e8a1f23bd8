// Names on their way into the file of name lists.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/name_lists.h"
#include "training/word_case.h"

namespace training {

class NameCollection {
 public:
  // Names that are not of Latin letters, or are longer than any name of the
  // lists, are passed over.
  void add(std::string_view name, models::NameList list);

  // The same with and without legal forms: `Aalberts N.V.`, `Aalberts`.
  void add_company(std::string_view name);

  // A full name, with its given name and its surname.
  void add_person(std::string_view name);

  // Takes away names that text uses as common words: a company `Target` stays,
  // since it is written with a capital often enough, `price` the surname goes.
  void drop_common_words(const WordCase& word_case);

  // The number of names of a list.
  size_t count(models::NameList list) const;
  bool contains(const std::string& folded, models::NameList list) const;

  void write(const std::filesystem::path& path) const;

 private:
  // By the words of a name, folded and joined by spaces.
  std::map<std::string, models::NameOfLists> names_;
};

}  // namespace training
