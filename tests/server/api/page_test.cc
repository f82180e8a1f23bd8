#include "server/api/page.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "text/error.h"

namespace server {
namespace {

std::string next_cursor(const Parameters& parameters) {
  api::Json json;
  api::set_next_cursor(json, parameters, api::read_page(parameters), true);
  return json["next_cursor"];
}

}  // namespace

TEST_CASE("a cursor leads to the next page of the same question") {
  const std::string cursor = next_cursor({{"q", "zinc"}, {"limit", "30"}});
  const api::Page page = api::read_page({{"cursor", cursor}, {"q", "zinc"}});
  CHECK(page.offset == 30);
  CHECK(page.limit == 20);
}

TEST_CASE("a page that counts nothing follows one that does") {
  const std::string cursor =
      next_cursor({{"q", "zinc"}, {"facet", "source"}, {"histogram", "year"}});
  CHECK(api::read_page({{"q", "zinc"}, {"cursor", cursor}}).offset == 20);
}

TEST_CASE("a cursor of another question or of nothing is refused") {
  const std::string cursor = next_cursor({{"q", "zinc"}});
  CHECK_THROWS_WITH_AS(api::read_page({{"q", "lead"}, {"cursor", cursor}}),
                       "cursor: is not one of this question", text::BadRequest);
  for (const char* broken : {"x", "0000001400000000", "-000001412345678"}) {
    CHECK_THROWS_AS(api::read_page({{"q", "zinc"}, {"cursor", broken}}),
                    text::BadRequest);
  }
}

TEST_CASE("a limit above 200 is refused") {
  CHECK_THROWS_AS(api::read_page({{"limit", "201"}}), text::BadRequest);
}

TEST_CASE("the last page has no cursor") {
  api::Json json = api::Json::object();
  api::set_next_cursor(json, {}, {}, false);
  CHECK(json.empty());
}

}  // namespace server
