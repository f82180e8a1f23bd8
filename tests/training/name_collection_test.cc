#include "training/name_collection.h"

#include <doctest/doctest.h>

#include "tests/temporary_directory.h"
#include "training/plain_words.h"

using namespace training;
using models::NameList;

TEST_CASE("a company is listed with and without its legal form") {
  NameCollection names;
  names.add_company("Aalberts Industries N.V.");
  names.add_company("The Coal Co., Ltd. (publ)");
  CHECK(names.contains("aalberts industries nv", NameList::kCompany));
  CHECK(names.contains("aalberts industries", NameList::kCompany));
  CHECK(names.contains("the coal", NameList::kCompany));
  CHECK(!names.contains("coal co", NameList::kCompany));
}

TEST_CASE("a company is listed as text calls it for short") {
  NameCollection names;
  names.add_company("Aalberts Industries N.V.");
  names.add_company("Expedia Group, Inc.");
  names.add_company("Hindustan Copper Limited");
  CHECK(names.contains("aalberts", NameList::kCompany));
  CHECK(names.contains("expedia", NameList::kCompany));
  CHECK(!names.contains("hindustan", NameList::kCompany));
}

TEST_CASE("a person is listed with the parts of the name") {
  NameCollection names;
  names.add_person("Ada J. Roe Jr.");
  CHECK(names.contains("ada j roe", NameList::kPerson));
  CHECK(names.contains("ada", NameList::kGivenName));
  CHECK(names.contains("roe", NameList::kSurname));
}

TEST_CASE("common words are no names, but may be companies") {
  WordCase word_case;
  for (int i = 0; i < 100; ++i) word_case.add(plain_words("the price rose"));
  for (int i = 0; i < 100; ++i)
    word_case.add(plain_words("a target, as Target"));
  NameCollection names;
  names.add_company("Price");
  names.add_company("Target");
  names.drop_common_words(word_case);
  CHECK(!names.contains("price", NameList::kCompany));
  CHECK(names.contains("target", NameList::kCompany));
}

TEST_CASE("the names of a collection are found in text") {
  const TemporaryDirectory folder;
  NameCollection names;
  names.add("Foz do Iguaçu", NameList::kCity);
  names.add("山东", NameList::kRegion);
  CHECK(names.count(NameList::kCity) == 1);
  CHECK(names.count(NameList::kRegion) == 0);
  names.write(folder / "lists.bin");
  const models::NameLists lists(folder / "lists.bin");
  const auto words = plain_words("He left Foz do Iguaçu.");
  const auto found = lists.find(words);
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 2);
  CHECK(found[0].last == 5);
  CHECK(found[0].list == NameList::kCity);
}
