#include "models/name_lists.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/temporary_directory.h"
#include "text/error.h"

using namespace models;

namespace {

using Sentence = std::vector<std::string_view>;

NameOfLists listed(const Sentence& words, NameList list) {
  NameOfLists name;
  for (const NameAtom& atom : name_atoms(words)) {
    name.atoms.push_back(atom.hash);
  }
  name.lists = static_cast<NameListMask>(1U << static_cast<unsigned>(list));
  return name;
}

// Lists with the names of the tests.
class Lists {
 public:
  Lists() {
    const std::vector<NameOfLists> names = {
        listed({"New", "York"}, NameList::kCity),
        listed({"York"}, NameList::kCity),
        listed({"York"}, NameList::kSurname),
        listed({"New", "York", "Times"}, NameList::kOrganization),
        listed({"Coca-Cola", "Co."}, NameList::kCompany),
        listed({"Johnson", "&", "Johnson"}, NameList::kCompany),
        listed({"de", "Gaulle"}, NameList::kSurname),
        listed({"Cobre", "Panamá"}, NameList::kFacility),
    };
    ModelFileWriter writer("lists");
    writer.add<uint32_t>("names", build_name_table(names));
    writer.write(folder_ / "lists.bin");
  }

  // `0-2 CITY`, with the number of the list.
  std::string find(const Sentence& words) const {
    std::string found;
    for (const auto& [first, last, list] : lists().find(words)) {
      if (!found.empty()) found += ", ";
      found += std::to_string(first) + "-" + std::to_string(last) + " " +
               std::to_string(static_cast<int>(list));
    }
    return found;
  }

  NameLists lists() const { return NameLists(folder_ / "lists.bin"); }

 private:
  TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("of each list, the longest name at a place is found") {
  const Lists lists;
  CHECK(lists.find({"in", "New", "York", "Times", "Square"}) ==
        "1-3 4, 1-4 8, 2-3 1");
}

TEST_CASE("a name is found however its words are joined and marked") {
  const Lists lists;
  CHECK(lists.find({"Coca-Cola", "Co."}) == "0-2 7");
  CHECK(lists.find({"COCA", "-", "COLA", "CO"}) == "0-4 7");
  CHECK(lists.find({"Johnson", "and", "Johnson"}) == "0-3 7");
  CHECK(lists.find({"Cobre", "Panama"}) == "0-2 6");
  CHECK(lists.find({"New", ".", "York"}) == "2-3 1, 2-3 4");
}

TEST_CASE("words in lower case are no name, but a name may begin with one") {
  const Lists lists;
  CHECK(lists.find({"new", "york"}) == "");
  CHECK(lists.find({"New", "york"}) == "");
  CHECK(lists.find({"de", "Gaulle"}) == "0-2 1");
}

TEST_CASE("any bytes are looked through without fault") {
  const Lists lists;
  CHECK(lists.find({}) == "");
  CHECK(lists.find({"", "\xff", "-", "'", "...", "\xe2\x80"}) == "");
  const std::vector<std::string_view> many(100'000, "New");
  CHECK(lists.find(many) == "");
}

TEST_CASE("a table without an empty slot is refused") {
  const std::vector<uint32_t> full(4, 1);
  CHECK_THROWS_AS(NameTable{full}, text::InputError);
  CHECK_THROWS_AS(NameTable{{}}, text::InputError);
}

TEST_CASE("the lists that ship know names of each kind, and common words") {
  const NameLists lists(std::filesystem::path(LODE_SOURCE_DIR) /
                        "corpora/models/lists.bin");
  const auto is_listed = [&](const Sentence& words, NameList list) {
    return std::ranges::any_of(lists.find(words), [&](const auto& name) {
      return name.first == 0 && name.last == words.size() && name.list == list;
    });
  };
  CHECK(is_listed({"Maria"}, NameList::kGivenName));
  CHECK(is_listed({"Smith"}, NameList::kSurname));
  CHECK(is_listed({"South", "Korea"}, NameList::kCountry));
  CHECK(is_listed({"Johannesburg"}, NameList::kCity));
  CHECK(is_listed({"Queensland"}, NameList::kRegion));
  CHECK(is_listed({"Rio", "Tinto", "Group"}, NameList::kCompany));
  CHECK(is_listed({"European", "Commission"}, NameList::kOrganization));
  CHECK(is_listed({"Real", "Madrid"}, NameList::kTeam));
  CHECK(is_listed({"Japanese"}, NameList::kPeople));
  CHECK(is_listed({"Prices"}, NameList::kCommonWord));
  CHECK(!is_listed({"Prices"}, NameList::kCompany));
  CHECK(!is_listed({"Johannesburg"}, NameList::kCommonWord));
}
