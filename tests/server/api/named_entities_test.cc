#include "server/api/named_entities.h"

#include <doctest/doctest.h>

#include "tests/server/sample_archive.h"

namespace server {
namespace {

std::vector<std::string> named(std::string_view query) {
  static const SampleArchive kArchive;
  std::vector<std::string> ids;
  for (const auto& found :
       api::find_named_entities(query, 3, kArchive.generation().graph())) {
    ids.push_back(found.entity.id);
  }
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("names are found among other words, in any case and by alias") {
  CHECK(named("korea zinc") == Ids{"company:korea-zinc"});
  CHECK(named("news of KOREA ZINC and nyrstar") ==
        Ids{"company:korea-zinc", "company:nyrstar"});
  CHECK(named("고려아연 제련소") == Ids{"company:korea-zinc"});
}

TEST_CASE("a quoted phrase is no part of a name beside it") {
  CHECK(named("\"Korea Zinc\" deal") == Ids{"company:korea-zinc"});
  CHECK(named("\"price of Korea\" Zinc") == Ids{});
}

TEST_CASE("fields and what is excluded name nothing") {
  CHECK(named("source:Nyrstar zinc") == Ids{});
  CHECK(named("NOT Nyrstar") == Ids{});
  CHECK(named("NOT (zinc Nyrstar)") == Ids{});
  CHECK(named("source:(Nyrstar)") == Ids{});
  CHECK(named("entity:Nyrstar") == Ids{"company:nyrstar"});
}

TEST_CASE("parts of names name nothing") {
  CHECK(named("korea") == Ids{});
  CHECK(named("") == Ids{});
}

}  // namespace server
