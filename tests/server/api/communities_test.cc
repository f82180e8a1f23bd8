#include "server/api/communities.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/api/central.h"
#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {

TEST_CASE("communities tell their members, and members their community") {
  const SampleArchive archive;
  const auto all = api::communities({}, archive.generation());
  CHECK(all["total"] == 1);
  const auto& first = all["communities"][0];
  CHECK(first["member_count"] == 3);
  CHECK(first["members"].size() == 3);
  const auto of = api::community({{"id", "company:nyrstar"}, {"limit", "1"}},
                                 archive.generation());
  CHECK(of["community"]["id"] == first["id"]);
  CHECK(of["community"]["members"].size() == 1);
  CHECK(of.contains("next_cursor"));
  CHECK_FALSE(api::community({{"id", "commodity:copper"}}, archive.generation())
                  .contains("community"));
  CHECK_THROWS_AS(api::community({{"id", "company:x"}}, archive.generation()),
                  NotFound);
}

TEST_CASE("the central entities of a period have relations in it") {
  const SampleArchive archive;
  const auto all = api::central({}, archive.generation());
  CHECK(all["articles"] == 3);
  CHECK(all["entities"].size() == 2);
  CHECK(all["entities"][0]["stories"] == 1);
  const auto none = api::central({{"from", "2026"}}, archive.generation());
  CHECK(none["entities"].empty());
  CHECK_THROWS_AS(
      api::central({{"from", "2026"}, {"to", "2025"}}, archive.generation()),
      text::BadRequest);
}

TEST_CASE("new is what the last days of the archive brought") {
  const SampleArchive archive;
  const auto week = api::news({}, archive.generation());
  CHECK(week["from"] == "2025-12-10T00:00:00Z");
  CHECK(week["to"] == "2025-12-17T00:00:00Z");
  CHECK(week["entity_total"] == 2);
  CHECK(week["relation_total"] == 1);
  CHECK(week["relations"][0]["type"] == "acquires");
  CHECK_FALSE(week["relations"][0]["evidence"].empty());
  CHECK_THROWS_AS(api::news({{"days", "99"}}, archive.generation()),
                  text::BadRequest);
}

}  // namespace server
