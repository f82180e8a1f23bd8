#include "server/write_access.h"

#include <doctest/doctest.h>

#include "server/error.h"

namespace server {
namespace {

// What the page of this server sends from this machine.
Request own_request() {
  Request request;
  request.method = "POST";
  request.target = "/v1/judgements";
  request.client = "127.0.0.1";
  request.headers = {{"host", "127.0.0.1:8080"},
                     {"origin", "http://127.0.0.1:8080"},
                     {"sec-fetch-site", "same-origin"},
                     {"content-type", "application/json; charset=utf-8"}};
  return request;
}

Request with(const std::string& header, const std::string& value) {
  Request request = own_request();
  request.headers[header] = value;
  return request;
}

constexpr std::string_view kKey = "0123456789abcdef";

}  // namespace

TEST_CASE("this machine may write, from a page of this server or a program") {
  CHECK_NOTHROW(check_write(own_request(), ""));
  Request program = own_request();
  program.headers = {{"host", "localhost"},
                     {"content-type", "application/json"}};
  CHECK_NOTHROW(check_write(program, ""));
  program.client = "::1";
  program.headers["host"] = "[::1]:80";
  CHECK_NOTHROW(check_write(program, ""));
}

TEST_CASE("another machine may not write, unless it bears the key") {
  Request stranger = own_request();
  stranger.client = "192.168.1.7";
  CHECK_THROWS_AS(check_write(stranger, ""), Forbidden);
  CHECK_THROWS_AS(check_write(stranger, kKey), Forbidden);
  stranger.headers["authorization"] = "Bearer 0123456789abcdeX";
  CHECK_THROWS_AS(check_write(stranger, kKey), Forbidden);
  stranger.headers["authorization"] = "Bearer ";
  CHECK_THROWS_AS(check_write(stranger, ""), Forbidden);
  stranger.headers["authorization"] = "Bearer " + std::string(kKey);
  CHECK_NOTHROW(check_write(stranger, kKey));
}

TEST_CASE("another site's page may not write through a browser here") {
  for (const char* origin :
       {"http://evil.example", "null", "https://127.0.0.1:8080",
        "http://127.0.0.1:9090"}) {
    CAPTURE(origin);
    CHECK_THROWS_AS(check_write(with("origin", origin), ""), Forbidden);
  }
  CHECK_THROWS_AS(check_write(with("sec-fetch-site", "cross-site"), ""),
                  Forbidden);
}

TEST_CASE("a name that was made to lead here may not write") {
  for (const char* host : {"evil.example:8080", "127.evil.example", "",
                           "localhost.evil.example"}) {
    CAPTURE(host);
    Request request = with("host", host);
    request.headers["origin"] = std::string("http://") + host;
    CHECK_THROWS_AS(check_write(request, ""), Forbidden);
  }
}

TEST_CASE("a proxy on this machine does not let strangers write") {
  CHECK_THROWS_AS(check_write(with("x-forwarded-for", "203.0.113.5"), ""),
                  Forbidden);
}

TEST_CASE("a body that a form of another site could send is refused") {
  for (const char* type : {"text/plain", "", "multipart/form-data",
                           "application/x-www-form-urlencoded"}) {
    CAPTURE(type);
    CHECK_THROWS_AS(check_write(with("content-type", type), ""),
                    UnsupportedMedia);
  }
}

}  // namespace server
