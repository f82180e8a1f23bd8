#include "server/api/suggest.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/sample_archive.h"

namespace server {

TEST_CASE("entities are offered by the beginning of a name or alias") {
  const SampleArchive archive;
  for (const char* typed : {"kor", "고려"}) {
    CAPTURE(typed);
    const auto json = api::suggest({{"q", typed}}, archive.generation());
    REQUIRE(json["suggestions"].size() == 1);
    const auto& first = json["suggestions"][0];
    CHECK(first["kind"] == "entity");
    CHECK(first["entity"]["id"] == "company:korea-zinc");
    CHECK(first["match"] == "prefix");
  }
}

TEST_CASE("nothing typed and nothing known offer nothing that breaks") {
  const SampleArchive archive;
  CHECK(api::suggest({{"q", "zzz"}}, archive.generation())["suggestions"]
            .empty());
  CHECK(api::suggest({}, archive.generation())["suggestions"].is_array());
}

}  // namespace server
