#include "server/api/stats.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/server/sample_archive.h"

namespace server {

TEST_CASE("the counts are those of the archive") {
  const SampleArchive archive;
  const auto json = api::stats({}, archive.generation());
  CHECK(json["articles"] == 2);
  CHECK(json["briefs"] == 1);
  CHECK(json["entities"] == 4);
  CHECK(json["edges"] == 1);
  CHECK(json["mentions"] == 5);
  CHECK(json["by_source"].dump() ==
        R"([{"source":"SMM","count":2},{"source":"Metal Daily","count":1}])");
  CHECK(json["by_language"][0].dump() == R"({"language":"en","count":2})");
  CHECK(json["generation"] == "000001");
  CHECK(json["created"].get<std::string>().ends_with('Z'));
}

}  // namespace server
