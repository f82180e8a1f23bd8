#include "training/article_kind.h"

#include <doctest/doctest.h>

using namespace training;
using models::NameList;

namespace {

std::optional<NameList> list_of(std::string_view title, std::string_view body) {
  const auto article = read_first_sentence(title, body);
  if (!article) return std::nullopt;
  return article->list;
}

}  // namespace

TEST_CASE("the first sentence tells what an article is about") {
  CHECK(list_of("Ada Roe", "Ada Roe (born 3 May 1990) is a Scottish skier.") ==
        NameList::kPerson);
  CHECK(list_of("Ada Roe", "Ada Roe (1 May 1890 – 2 May 1950) led a revolt.") ==
        NameList::kPerson);
  CHECK(list_of("Foo", "Foo is a village in Bar, Poland.") == NameList::kCity);
  CHECK(list_of("Foo", "Foo was an English rock band from Leeds.") ==
        NameList::kOrganization);
  CHECK(list_of("Foo", "Foo is a radio station.") == NameList::kOrganization);
  CHECK(list_of("Foo", "Foo is a disused railway station.") ==
        NameList::kFacility);
  CHECK(list_of("Foo", "Foo is a Swiss food and drinks company.") ==
        NameList::kCompany);
  CHECK(list_of("Foo", "Foo is a German football club.") == NameList::kTeam);
}

TEST_CASE("an article whose kind is not clear gives no name") {
  CHECK(!list_of("Foo", "Foo is a genus of beetles."));
  CHECK(!list_of("Foo", "Foo may refer to:"));
  CHECK(!list_of("List of towns", "This is a town in Ohio."));
  CHECK(!list_of("Foo", ""));
}

TEST_CASE("names lose what tells homonyms apart and gain their acronym") {
  const auto town = read_first_sentence("Foo, Poland", "Foo is a town.");
  REQUIRE(town);
  CHECK(town->names == std::vector<std::string>{"Foo"});
  const auto body = read_first_sentence("Foo &amp; Bar Union (Leeds)",
                                        "The Foo Bar Union (FBU) is a union.");
  REQUIRE(body);
  CHECK(body->names == std::vector<std::string>{"Foo & Bar Union", "FBU"});
}
