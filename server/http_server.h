// The HTTP/1.1 server, seen from our side: requests in, responses out.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

struct Request {
  std::string method;  // `GET`
  std::string target;  // `/v1/search?q=a%20b`, as sent
  // Names in lower case; values of a repeated one joined, in no sure order.
  std::map<std::string, std::string> headers;
  std::string client;  // its address
  std::string body;    // of POST and DELETE; never of others

  // Empty if there is none.
  std::string_view header(const std::string& lower_case_name) const;
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // Where set, the body comes in parts, until an empty one: called by one
  // thread, while the connection lasts. Nothing means that it failed: the
  // connection is closed before its end.
  std::function<std::optional<std::string>()> next_part = {};
};

// Both are called by many threads at once and must not throw.
struct HttpHandlers {
  std::function<Response(const Request&)> answer;
  // What is no request that could be answered: broken lines, headers that are
  // too long. `status` is 4xx.
  std::function<Response(int status)> refuse;
};

struct HttpServerOptions {
  std::string host = "127.0.0.1";
  int port = 0;                          // 0: any free one
  size_t max_connections = 256;          // each takes a thread while it is open
  size_t max_answers = 16;               // prepared at once; more wait
  std::chrono::seconds idle_timeout{2};  // of a connection between requests
  std::chrono::seconds read_timeout{5};  // for the next bytes of a request
  std::chrono::seconds write_timeout{10};
  size_t max_body_bytes = 1 << 20;
};

// Answers are compressed where the client accepts gzip; their ETag then ends in
// `-gzip`. HEAD is answered as GET without its body.
class HttpServer {
 public:
  // Binds, so that connections queue up from here on. Throws
  // std::runtime_error (`cannot listen on 127.0.0.1:8080: address already in
  // use`).
  HttpServer(const HttpServerOptions& options, HttpHandlers handlers);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;

  // Answers requests until stop(), then finishes those under way. Called once.
  // Throws std::runtime_error if the socket fails.
  void run();

  // Any thread; waits until run() was called, not until it ends.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace server
