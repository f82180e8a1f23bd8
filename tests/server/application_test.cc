#include "server/application.h"

#include <doctest/doctest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "tests/server/http_client.h"
#include "tests/server/running_server.h"
#include "tests/server/sample_archive.h"

namespace server {
namespace {

struct Served {
  TemporaryDirectory data;
  generation::GenerationId published = publish_sample(data.path());
  RunningServer server{data.path()};
  int port = server.port();
};

nlohmann::json problem(const Received& received) {
  CHECK(received.headers.at("content-type") == "application/problem+json");
  return nlohmann::json::parse(received.body);
}

}  // namespace

TEST_CASE("an answer is JSON and carries the common headers") {
  const Served served;
  const Received answer = get(served.port, "/v1/search?q=zinc");
  CHECK(answer.status == 200);
  CHECK(answer.headers.at("content-type") == "application/json");
  CHECK(answer.headers.at("server-timing").starts_with("total;dur="));
  CHECK(answer.headers.at("x-content-type-options") == "nosniff");
  CHECK(answer.headers.at("referrer-policy") == "no-referrer");
  CHECK(answer.headers.at("content-security-policy")
            .starts_with("default-src 'self';"));
  CHECK(answer.headers.at("vary") == "Accept-Encoding");
  CHECK(answer.headers.at("cache-control") == "no-cache");
  const auto json = nlohmann::json::parse(answer.body);
  CHECK(json.at("generation") == "000001");
  CHECK(json.at("hits").at(0).at("id") == kDealId);
}

TEST_CASE("a sane request id is kept, others are replaced") {
  const Served served;
  const auto id_for = [&](const std::string& offered) {
    return get(served.port, "/healthz", "X-Request-Id: " + offered + "\r\n")
        .headers.at("x-request-id");
  };
  CHECK(id_for("abc-1_2.3") == "abc-1_2.3");
  CHECK(id_for("a b").size() == 16);
  CHECK(id_for(std::string(65, 'a')).size() == 16);
}

TEST_CASE("a client that has the answer gets 304") {
  const Served served;
  const Received first = get(served.port, "/v1/search?q=zinc");
  const std::string etag = first.headers.at("etag");
  CHECK(etag.starts_with('"'));
  const Received again = get(served.port, "/v1/search?q=zinc",
                             "If-None-Match: \"x\", " + etag + "\r\n");
  CHECK(again.status == 304);
  CHECK(again.headers.at("etag") == etag);
  CHECK(again.body.empty());
  CHECK_FALSE(again.has("content-length"));
  CHECK(
      get(served.port, "/v1/search?q=copper", "If-None-Match: " + etag + "\r\n")
          .status == 200);
}

TEST_CASE("answers are compressed where the client accepts gzip") {
  const Served served;
  const Received plain = get(served.port, "/v1/stats");
  const Received packed =
      get(served.port, "/v1/stats", "Accept-Encoding: gzip\r\n");
  CHECK(packed.headers.at("content-encoding") == "gzip");
  CHECK(packed.body.substr(0, 2) == "\x1f\x8b");
  CHECK(packed.body.size() < plain.body.size());
  const std::string etag = packed.headers.at("etag");
  CHECK(etag.ends_with("-gzip\""));
  CHECK(etag != plain.headers.at("etag"));
  CHECK(get(served.port, "/v1/stats",
            "Accept-Encoding: gzip\r\nIf-None-Match: " + etag + "\r\n")
            .status == 304);
}

TEST_CASE("HEAD is answered as GET without its body") {
  const Served served;
  const Received head = send_request(
      served.port, "HEAD /v1/stats HTTP/1.1\r\nHost: test\r\n\r\n", false);
  const Received whole = get(served.port, "/v1/stats");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.headers.at("etag") == whole.headers.at("etag"));
  CHECK(head.headers.at("content-length") == std::to_string(whole.body.size()));
}

TEST_CASE("a bad parameter is a 400 problem that names it") {
  const Served served;
  const Received answer = get(served.port, "/v1/search?q=zinc&sort=loudest",
                              "X-Request-Id: mine\r\n");
  CHECK(answer.status == 400);
  const auto json = problem(answer);
  CHECK(json.at("type") == "about:blank");
  CHECK(json.at("title") == "Bad request");
  CHECK(json.at("status") == 400);
  CHECK(json.at("code") == "bad_request");
  CHECK(json.at("detail") == "sort: there is no `loudest`");
  CHECK(json.at("request_id") == "mine");
}

TEST_CASE("what isn't there is a 404 problem") {
  const Served served;
  for (const char* target :
       {"/v1/entities/company%3Anobody", "/v1/articles/0123456789abcdef",
        "/v1/articles/x", "/v1/nothing", "/v1", "/v1/search/"}) {
    CAPTURE(target);
    const Received answer = get(served.port, target);
    CHECK(answer.status == 404);
    CHECK(problem(answer).at("code") == "not_found");
  }
}

TEST_CASE("methods that write are refused") {
  const Served served;
  for (const char* method : {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"}) {
    CAPTURE(method);
    const Received answer =
        send_request(served.port, std::string(method) +
                                      " /v1/stats HTTP/1.1\r\nHost: test\r\n"
                                      "Content-Length: 2\r\n\r\n{}");
    CHECK(answer.status == 405);
    CHECK(answer.headers.at("allow") == "GET, HEAD");
    CHECK(problem(answer).at("code") == "method_not_allowed");
  }
}

TEST_CASE("an entity id may stand with its colon encoded or bare") {
  const Served served;
  CHECK(get(served.port, "/v1/entities/company%3Akorea-zinc").status == 200);
  CHECK(get(served.port, "/v1/entities/company:korea-zinc").status == 200);
}

TEST_CASE("without a generation the server lives but isn't ready") {
  const TemporaryDirectory data;
  RunningServer server(data.path());
  CHECK(get(server.port(), "/healthz").body == R"({"status":"ok"})");
  for (const char* target : {"/readyz", "/v1/search?q=zinc", "/v1/stats"}) {
    const Received answer = get(server.port(), target);
    CHECK(answer.status == 503);
    CHECK(answer.has("retry-after"));
    CHECK(problem(answer).at("code") == "not_ready");
  }
  publish_sample(data.path());
  server.application().refresh();
  CHECK(get(server.port(), "/readyz").body ==
        R"({"status":"ready","generation":"000001"})");
}

TEST_CASE("requests go on while generations are swapped under them") {
  Served served;
  std::atomic<bool> done = false;
  std::atomic<int> failures = 0;
  std::atomic<int> answers = 0;
  const auto ask = [&] {
    while (!done) {
      const Received answer =
          get(served.port, "/v1/entities/company:korea-zinc/related");
      if (answer.status != 200) ++failures;
      ++answers;
    }
  };
  std::vector<std::thread> clients;
  for (int i = 0; i < 3; ++i) clients.emplace_back(ask);
  for (int i = 0; i < 4; ++i) {
    publish_sample(served.data.path());
    served.server.application().refresh();
  }
  while (answers < 20) std::this_thread::yield();
  done = true;
  for (std::thread& client : clients) client.join();
  CHECK(failures == 0);
  const Received last = get(served.port, "/v1/stats");
  CHECK(nlohmann::json::parse(last.body).at("generation") == "000005");
}

TEST_CASE("a new generation changes the tags of its answers") {
  Served served;
  const std::string before = get(served.port, "/v1/stats").headers.at("etag");
  publish_sample(served.data.path());
  served.server.application().refresh();
  CHECK(get(served.port, "/v1/stats").headers.at("etag") != before);
}

TEST_CASE("hostile requests get an error, and the server lives on") {
  const Served served;
  const std::string host = " HTTP/1.1\r\nHost: test\r\n";
  std::string many_parameters;
  for (int i = 0; i < 1000; ++i) many_parameters += "&source=a";
  const std::vector<std::string> refused = {
      "GET /v1/search?q=%zz" + host + "\r\n",
      "GET /v1/search?q=%" + host + "\r\n",
      "GET /v1/search?q=%00" + host + "\r\n",
      "GET /v1/search?q=%ff%fe" + host + "\r\n",
      "GET v1/search" + host + "\r\n",
      "GET *" + host + "\r\n",
      "nonsense\r\n\r\n",
      std::string("GET /v1/se\0arch", 15) + host + "\r\n",
      "GET / HTTP/1.1\r\nX: " + std::string(20000, 'a') + "\r\n\r\n",
      "GET /v1/suggest?q=" + std::string(10000, 'a') + host + "\r\n",
      "GET /v1/search?q=" + many_parameters + host + "\r\n",
      "GET / HTTP/1.1\r\nContent-Length: 5\r\n"
      "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  };
  for (const std::string& request : refused) {
    CAPTURE(request.substr(0, 40));
    const Received answer = send_request(served.port, request);
    CHECK(answer.status >= 400);
    CHECK(answer.status < 500);
    CHECK(answer.has("x-request-id"));
    CHECK(problem(answer).at("status") == answer.status);
  }
  CHECK(get(served.port, "/v1/stats").status == 200);
}

TEST_CASE("a query of a megabyte is read as far as queries are") {
  const Served served;
  std::string query;
  while (query.size() < (1u << 20)) query += "zinc%20";
  const Received answer = get(served.port, "/v1/search?q=" + query);
  CHECK(answer.status == 200);
  const auto json = nlohmann::json::parse(answer.body);
  CHECK(json.at("total") > 0);
  CHECK(json.at("notes").size() > 0);
}

TEST_CASE("a header that would split the answer is dropped") {
  const Served served;
  const Received answer =
      get(served.port, "/healthz", "X-Request-Id: a%0d%0aSet-Cookie: x\r\n");
  CHECK_FALSE(answer.has("set-cookie"));
}

}  // namespace server
