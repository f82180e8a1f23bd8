#include "server/request_id.h"

#include <doctest/doctest.h>

namespace server {

TEST_CASE("an offered id of plain characters is kept") {
  CHECK(make_request_id("a-B_9.z") == "a-B_9.z");
  CHECK(make_request_id(std::string(64, 'a')) == std::string(64, 'a'));
}

TEST_CASE("anything else gets a new id") {
  CHECK(make_request_id("").size() == 16);
  CHECK(make_request_id("").find_first_not_of("0123456789abcdef") ==
        std::string::npos);
  CHECK(make_request_id("") != make_request_id(""));
  CHECK(make_request_id("a\r\nb").size() == 16);
}

}  // namespace server
