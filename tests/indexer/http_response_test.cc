#include "indexer/archive/http_response.h"

#include <doctest/doctest.h>

#include "tests/indexer/packed.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr size_t kLimit = 1000;

TEST_CASE("status, type and charset are read from any spelling") {
  const auto response = parse_http_response(
      "HTTP/1.1 200 OK\r\nCONTENT-type: Text/HTML; Charset=\"EUC-KR\"\r\n\r\nx",
      kLimit);
  CHECK(response.status == 200);
  CHECK(response.media_type == "text/html");
  CHECK(response.charset == "euc-kr");
  CHECK(response.body == "x");
}

TEST_CASE("chunks are joined") {
  const auto response = parse_http_response(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
      kLimit);
  CHECK(response.body == "abcde");
}

std::string chunked(const std::string& body) {
  return parse_http_response(
             "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body,
             kLimit)
      .body;
}

TEST_CASE("a text that begins like a chunk is taken as it is") {
  for (const char* text :
       {"A fire broke out at the smelter.\n", "5\nZinc rose."}) {
    CHECK(chunked(text) == text);
  }
}

TEST_CASE("chunks that are cut are refused, but the empty one may lack") {
  CHECK(chunked("3\r\nabc\r\n") == "abc");
  for (const char* cut :
       {"3\r\nabc\r\n5\r\nde", "5\r\nab", "3\r\nabc\r\nzinc\r\n"}) {
    CHECK_THROWS_WITH_AS(chunked(cut), "its chunks are damaged or cut",
                         text::InputError);
  }
}

TEST_CASE("a body that was stored decoded is taken as it is") {
  const auto response = parse_http_response(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
      "Content-Encoding: gzip\r\n\r\n<p>plain</p>",
      kLimit);
  CHECK(response.body == "<p>plain</p>");
}

TEST_CASE("what is no response is refused") {
  CHECK_THROWS_AS(parse_http_response("GET / HTTP/1.1\r\n\r\n", kLimit),
                  text::InputError);
  CHECK_THROWS_AS(parse_http_response("", kLimit), text::InputError);
}

std::string decoded(const std::string& encodings, const std::string& body) {
  return parse_http_response("HTTP/1.1 200 OK\r\nContent-Encoding: " +
                                 encodings + "\r\n\r\n" + body,
                             kLimit)
      .body;
}

TEST_CASE("an encoding that can't be undone is refused") {
  CHECK_THROWS_WITH_AS(decoded("compress", "\x0B\x02"),
                       "content encoding compress is not supported",
                       text::InputError);
}

TEST_CASE("of several encodings the last is undone first") {
  CHECK(decoded("gzip, identity", gzip_of("zinc")) == "zinc");
  CHECK(decoded("zstd,GZIP", gzip_of(zstd_of("zinc"))) == "zinc");
  CHECK(decoded("gzip, gzip, gzip", gzip_of(gzip_of(gzip_of("zinc")))) ==
        "zinc");
  CHECK_THROWS_WITH_AS(decoded("gzip, gzip, gzip, gzip", "zinc"),
                       "more than 3 content encodings", text::InputError);
}

TEST_CASE("zstd is undone, or refused if it is cut or too large") {
  CHECK(decoded("zstd", zstd_of("zinc") + zstd_of(" rose")) == "zinc rose");
  CHECK(decoded("zstd", "<p>plain</p>") == "<p>plain</p>");
  const std::string packed = zstd_of("zinc");
  for (const std::string& body :
       {packed.substr(0, packed.size() - 5), zstd_of(std::string(1001, 'a'))}) {
    CHECK_THROWS_WITH_AS(decoded("zstd", body),
                         "its zstd content is damaged or too large",
                         text::InputError);
  }
}

}  // namespace
}  // namespace indexer
