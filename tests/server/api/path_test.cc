#include "server/api/path.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "server/error.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {
namespace {

api::Json path(Parameters parameters) {
  const SampleArchive archive;
  return api::path(parameters, archive.generation());
}

}  // namespace

TEST_CASE("a path tells its steps in the order of its nodes, with sentences") {
  const auto json = path(
      {{"from", "company:korea-zinc"}, {"to", "facility:clarksville-smelter"}});
  REQUIRE(json["paths"].size() == 1);
  const auto& first = json["paths"][0];
  CHECK(first["nodes"].size() == 2);
  CHECK(first["nodes"][0]["id"] == "company:korea-zinc");
  const auto& edge = first["edges"][0];
  CHECK(edge["kind"] == "relation");
  CHECK(edge["type"] == "acquires");
  CHECK(edge["modality"] == "planned");
  CHECK(edge["evidence"][0]["article"] == kDealId);
  CHECK(first["score"].get<double>() > 0);
  CHECK(json["by_association"] == false);
  CHECK_FALSE(json.contains("message"));
}

TEST_CASE("the ends of a path go by name or alias, too") {
  const auto json = path({{"from", "고려아연"}, {"to", "clarksville Smelter"}});
  CHECK(json["from"]["id"] == "company:korea-zinc");
  CHECK(json["to"]["id"] == "facility:clarksville-smelter");
}

TEST_CASE("where no relation leads, the answer says that names do") {
  const auto json =
      path({{"from", "company:nyrstar"}, {"to", "company:korea-zinc"}});
  REQUIRE_FALSE(json["paths"].empty());
  CHECK(json["by_association"] == true);
  CHECK(json["paths"][0]["edges"][0]["kind"] == "association");
  CHECK(json["message"].get<std::string>().starts_with("No stated relations"));
}

TEST_CASE("where nothing leads, the answer is empty and says so") {
  const auto none =
      path({{"from", "company:korea-zinc"}, {"to", "commodity:copper"}});
  CHECK(none["paths"].empty());
  CHECK(none["message"] == "Nothing connects the two within 4 steps.");
  const auto same =
      path({{"from", "company:korea-zinc"}, {"to", "Korea Zinc"}});
  CHECK(same["paths"].empty());
  CHECK(same["message"] == "Both are the same entity.");
}

TEST_CASE("a path with unknown ends or too many steps is refused") {
  CHECK_THROWS_AS(path({{"from", "company:korea-zinc"}}), text::BadRequest);
  CHECK_THROWS_AS(path({{"from", ""}, {"to", "x"}}), text::BadRequest);
  CHECK_THROWS_AS(path({{"from", "Nobody"}, {"to", "Nyrstar"}}), NotFound);
  CHECK_THROWS_WITH_AS(
      path({{"from", "Korea Zinc"}, {"to", "Nyrstar"}, {"max_hops", "99"}}),
      doctest::Contains("4"), text::BadRequest);
}

}  // namespace server
