#include "training/name_sources.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/temporary_directory.h"
#include "text/error.h"
#include "training/plain_words.h"

using namespace training;
using models::NameList;

TEST_CASE("companies of the table that have a country are listed") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "companies.csv")
      << "name,symbol,sector,industry_group,industry,country,city\n"
      << "\"Acme \"\"A\"\" Metals, Inc.\",A,,,,Chile,Lima\n"
      << "Bond 6 1/4,B,,,,,\n";
  NameCollection names;
  add_listed_companies(folder / "companies.csv", names);
  CHECK(names.contains("acme \" a \" metals", NameList::kCompany));
  CHECK(names.count(NameList::kCompany) == 2);
}

TEST_CASE("a described company is listed under its title and its full name") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "companies.jsonl")
      << R"({"title": "Acme", "body": "Acme Metals plc operates mines."})"
      << '\n';
  NameCollection names;
  add_described_companies(folder / "companies.jsonl", names);
  CHECK(names.contains("acme", NameList::kCompany));
  CHECK(names.contains("acme metals", NameList::kCompany));
}

TEST_CASE("towns are listed, hamlets are not") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "cities.tsv") << "Foo\tFR\t80000\nBar\tFR\t1200\n";
  NameCollection names;
  add_cities(folder / "cities.tsv", names);
  CHECK(names.contains("foo", NameList::kCity));
  CHECK(names.count(NameList::kCity) == 1);
}

TEST_CASE("words that follow several given names are surnames") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "text.jsonl")
      << R"({"title": "", "body": "We saw Ada Roe. We saw Eva Roe. )"
      << R"(We saw Leo Roe. We saw Max Roe. We saw Max Today."})" << '\n';
  NameCollection names;
  for (const char* given : {"Ada", "Eva", "Leo", "Max"}) {
    names.add(given, NameList::kGivenName);
  }
  add_surnames_of_text(folder / "text.jsonl", WordCase(), names);
  CHECK(names.contains("roe", NameList::kSurname));
  CHECK(!names.contains("today", NameList::kSurname));
}

TEST_CASE("the lists of the repository are read") {
  NameCollection names;
  add_own_lists(std::filesystem::path(LODE_SOURCE_DIR) / "training/lists",
                names);
  CHECK(names.contains("japanese", NameList::kPeople));
  CHECK(names.contains("uk", NameList::kCountry));
}

TEST_CASE("the gazetteer's names are listed by the type of their entity") {
  const TemporaryDirectory folder;
  std::ofstream(folder / "names.tsv")
      << "id\tname\ten\tzh\tko\tja\tfacts\n"
      << "place:foo\tFoo\t?Fu|=FOO City\t\t\t\tkind=city\n"
      << "company:acme\tAcme\t\t\t\t\t\n"
      << "commodity:zinc\tzinc\t\t\t\t\t\n";
  NameCollection names;
  add_gazetteer(folder.path(), names);
  CHECK(names.contains("foo", NameList::kCity));
  CHECK(names.contains("foo city", NameList::kCity));
  CHECK(!names.contains("fu", NameList::kCity));
  CHECK(names.contains("acme", NameList::kCompany));
  CHECK(names.count(NameList::kRegion) == 0);
}

TEST_CASE("a source that is missing is told") {
  NameCollection names;
  CHECK_THROWS_AS(add_iso_codes("none", names), text::InputError);
  CHECK_THROWS_AS(add_cities("none.tsv", names), text::InputError);
}
