#include "server/parameters.h"

#include <doctest/doctest.h>

#include "text/entity.h"

namespace server {

TEST_CASE("a value that is asked for once may not be given twice") {
  const Parameters parameters = {{"q", "a"}, {"q", "b"}};
  CHECK_THROWS_WITH_AS(parameters.one("q"), "q: given more than once",
                       text::BadRequest);
}

TEST_CASE("a missing value is named") {
  CHECK_THROWS_WITH_AS(Parameters().required("q"), "q: is missing",
                       text::BadRequest);
}

TEST_CASE("whole numbers are read exactly and kept in their range") {
  const auto read = [](const char* value) {
    return Parameters({{"limit", value}}).integer("limit", 20, {1, 200});
  };
  CHECK(read("") == 20);
  CHECK(read("1") == 1);
  CHECK(read("200") == 200);
  for (const char* value :
       {"0", "201", "-1", "1.5", "1x", " 1", "ten", "99999999999"}) {
    CAPTURE(value);
    CHECK_THROWS_WITH_AS(read(value),
                         "limit: must be a whole number from 1 to 200",
                         text::BadRequest);
  }
}

TEST_CASE("a share lies between 0 and 1") {
  const auto read = [](const char* value) {
    return Parameters({{"c", value}}).share("c");
  };
  CHECK(read("0.5") == 0.5);
  CHECK_FALSE(read("").has_value());
  for (const char* value : {"-0.1", "1.1", "nan", "x"}) {
    CAPTURE(value);
    CHECK_THROWS_AS(read(value), text::BadRequest);
  }
}

TEST_CASE("times may be prefixes") {
  CHECK(Parameters({{"from", "2025-12"}}).time("from") ==
        text::parse_rfc3339("2025-12-01T00:00:00Z"));
  CHECK_THROWS_AS(Parameters({{"from", "yesterday"}}).time("from"),
                  text::BadRequest);
}

TEST_CASE("an unknown value of a list is named") {
  const Parameters parameters = {{"type", "company"}, {"type", "planet"}};
  CHECK_THROWS_WITH_AS(parse_all(parameters, "type", text::parse_entity_type),
                       "type: there is no `planet`", text::BadRequest);
}

}  // namespace server
