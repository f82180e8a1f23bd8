#include "server/http_server.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <list>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "tests/server/http_client.h"

namespace server {
namespace {

HttpHandlers echo() {
  return {[](const Request& request) {
            Response response;
            response.headers = {{"Content-Type", "text/plain"}};
            response.body = request.method + " " + request.target + " " +
                            std::string(request.header("x-twice"));
            return response;
          },
          [](int status) {
            Response response;
            response.status = status;
            response.headers = {{"Content-Type", "text/plain"}};
            return response;
          }};
}

}  // namespace

TEST_CASE("a port in use is refused in one line") {
  const HttpServer first({}, echo());
  HttpServerOptions same;
  same.port = first.port();
  const std::string message =
      "cannot listen on 127.0.0.1:" + std::to_string(first.port()) +
      ": address already in use";
  CHECK_THROWS_WITH_AS(HttpServer(same, echo()), message.c_str(),
                       std::runtime_error);
}

TEST_CASE("an address that isn't one is refused") {
  HttpServerOptions options;
  options.host = "999.999.999.999";
  CHECK_THROWS_AS(HttpServer(options, echo()), std::runtime_error);
}

TEST_CASE("the handler gets the target as sent and joined headers") {
  HttpServer server({}, echo());
  std::thread thread([&] { server.run(); });
  const Received answer =
      get(server.port(), "/a%20b?c=%zz", "X-Twice: 1\r\nx-twice: 1\r\n");
  CHECK(answer.body == "GET /a%20b?c=%zz 1, 1");
  server.stop();
  thread.join();
}

TEST_CASE("a request is answered while 200 clients are idle or half done") {
  HttpServer server({}, echo());
  std::thread thread([&] { server.run(); });
  std::list<Connection> open;
  for (int i = 0; i < 200; ++i) {
    const bool is_idle = i % 2 == 0;
    open.emplace_back(server.port()).send(is_idle ? "" : "GET /slow HT");
  }
  const auto began = std::chrono::steady_clock::now();
  CHECK(get(server.port(), "/new").body.starts_with("GET /new"));
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(1));
  open.clear();
  server.stop();
  thread.join();
}

TEST_CASE("no more requests are answered at once than the options say") {
  HttpServerOptions options;
  options.max_answers = 1;
  std::atomic<int> now = 0, most = 0;
  HttpHandlers handlers = echo();
  handlers.answer = [&](const Request&) {
    most = std::max(most.load(), ++now);
    std::this_thread::yield();
    --now;
    return Response{};
  };
  HttpServer server(options, handlers);
  std::thread thread([&] { server.run(); });
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] { get(server.port(), "/"); });
  }
  for (std::thread& client : clients) client.join();
  CHECK(most == 1);
  server.stop();
  thread.join();
}

TEST_CASE("one connection carries several requests") {
  HttpServer server({}, echo());
  std::thread thread([&] { server.run(); });
  const Received both = send_request(
      server.port(),
      "GET /1 HTTP/1.1\r\nHost: t\r\n\r\nGET /2 HTTP/1.1\r\nHost: t\r\n\r\n");
  CHECK(both.body.starts_with("GET /1 "));
  server.stop();
  thread.join();
}

TEST_CASE("an answer in parts that fails has no end") {
  HttpHandlers handlers = echo();
  handlers.answer = [](const Request&) {
    Response response;
    response.next_part = [sent = false]() mutable {
      return std::exchange(sent, true) ? std::nullopt
                                       : std::optional<std::string>("begun");
    };
    return response;
  };
  HttpServer server({}, handlers);
  std::thread thread([&] { server.run(); });
  {
    const Connection connection(server.port());
    connection.send("GET /x HTTP/1.1\r\nHost: t\r\n\r\n");
    std::string received;
    while (connection.receive(received)) continue;
    CHECK(received.ends_with("5\r\nbegun\r\n"));
  }
  server.stop();
  thread.join();
}

}  // namespace server
