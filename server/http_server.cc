#include "server/http_server.h"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <semaphore>
#include <stdexcept>

namespace server {
namespace {

constexpr size_t kQueuedConnections = 256;
constexpr size_t kRequestsPerConnection = 1000;
constexpr std::string_view kGzipSuffix = "-gzip";

Request to_request(const httplib::Request& from) {
  Request request;
  request.method = from.method;
  request.target = from.target;
  request.client = from.remote_addr;
  request.body = from.body;
  for (const auto& [name, value] : from.headers) {
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32)
                                  : static_cast<char>(c);
    });
    std::string& joined = request.headers[lower];
    if (!joined.empty()) joined += ", ";
    joined += value;
  }
  return request;
}

void fill(httplib::Response& into, Response&& response) {
  into.status = response.status;
  for (const auto& [name, value] : response.headers) {
    into.set_header(name, value);
  }
  into.body = std::move(response.body);
}

std::string content_type_of(const Response& response) {
  for (const auto& [name, value] : response.headers) {
    if (name == "Content-Type") return value;
  }
  return "application/octet-stream";
}

// What the library does between the handler and the wire needs these repairs.
void finish_headers(const httplib::Request&, httplib::Response& response) {
  response.headers.erase("Vary");
  response.set_header("Vary", "Accept-Encoding");
  if (response.status == 304) response.headers.erase("Content-Length");
  const auto etag = response.headers.find("ETag");
  if (etag != response.headers.end() &&
      response.has_header("Content-Encoding")) {
    etag->second.insert(etag->second.size() - 1, kGzipSuffix);
  }
}

// One server per port: the library's default lets several share it.
void set_socket_options(socket_t socket) {
  httplib::set_socket_opt(socket, SOL_SOCKET, SO_REUSEADDR, 1);
}

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] += 32;
  return text;
}

std::string display_host(const std::string& host) {
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

}  // namespace

struct HttpServer::State {
  httplib::Server server;
  HttpHandlers handlers;
  // Slow clients take connections, but none of these.
  std::counting_semaphore<> free_answers;
  int port = 0;
  std::atomic<bool> stopped = false;

  explicit State(const HttpServerOptions& options)
      : free_answers(
            static_cast<ptrdiff_t>(std::max<size_t>(options.max_answers, 1))) {}
  Response answer(const Request& request);
  void stream(httplib::Response& into, Response&& response);
  void configure(const HttpServerOptions& options);
  void route();
  void bind(const HttpServerOptions& options);
};

Response HttpServer::State::answer(const Request& request) {
  free_answers.acquire();
  Response response = handlers.answer(request);  // doesn't throw
  free_answers.release();
  return response;
}

// Each part takes its turn among the answers, so that many long ones leave
// room for short ones.
void HttpServer::State::stream(httplib::Response& into, Response&& response) {
  const std::string type = content_type_of(response);
  auto next_part = std::move(response.next_part);
  std::erase_if(response.headers, [](const auto& header) {
    return header.first == "Content-Type";
  });
  fill(into, std::move(response));
  into.set_chunked_content_provider(
      type, [this, next_part](size_t, httplib::DataSink& sink) {
        free_answers.acquire();
        const auto part = next_part();  // doesn't throw
        free_answers.release();
        if (!part) return false;
        if (part->empty()) {
          sink.done();
          return true;
        }
        return sink.write(part->data(), part->size());
      });
}

void HttpServer::State::configure(const HttpServerOptions& options) {
  const size_t most = std::max<size_t>(options.max_connections, 1);
  // All threads from the start: the library adds some too late for a burst of
  // connections.
  server.new_task_queue = [most]() -> httplib::TaskQueue* {
    return std::make_unique<httplib::ThreadPool>(most, most, kQueuedConnections)
        .release();
  };
  server.set_tcp_nodelay(true);  // else answers wait for delayed ACKs
  server.set_socket_options(set_socket_options);
  server.set_keep_alive_timeout(options.idle_timeout.count());
  server.set_keep_alive_max_count(kRequestsPerConnection);
  server.set_read_timeout(options.read_timeout);
  server.set_write_timeout(options.write_timeout);
  server.set_payload_max_length(options.max_body_bytes);
}

void HttpServer::State::route() {
  using Handled = httplib::Server::HandlerResponse;
  const auto handle = [this](const httplib::Request& request,
                             httplib::Response& response) {
    Response answered = answer(to_request(request));
    if (answered.next_part) {
      stream(response, std::move(answered));
    } else {
      fill(response, std::move(answered));
    }
  };
  // Bodies are read only after this; those of other methods are left alone.
  server.set_pre_routing_handler(
      [handle](const httplib::Request& request, httplib::Response& response) {
        if (request.method == "POST" || request.method == "DELETE") {
          return Handled::Unhandled;
        }
        handle(request, response);
        return Handled::Handled;
      });
  server.Post(".*", handle);
  server.Delete(".*", handle);
  server.set_error_handler(
      [this](const httplib::Request&, httplib::Response& response) {
        // The library's own refusals have no header yet.
        if (response.headers.empty()) {
          fill(response, handlers.refuse(response.status));
        }
        return Handled::Handled;
      });
  server.set_post_routing_handler(finish_headers);
}

void HttpServer::State::bind(const HttpServerOptions& options) {
  int error = 0;  // where the name has an address but the socket fails
  server.set_error_logger([&error](const httplib::Error&,
                                   const httplib::Request*) { error = errno; });
  if (options.port == 0) {
    port = server.bind_to_any_port(options.host);
  } else {
    port = server.bind_to_port(options.host, options.port) ? options.port : -1;
  }
  server.set_error_logger(nullptr);
  if (port > 0) return;
  throw std::runtime_error(
      "cannot listen on " + display_host(options.host) + ":" +
      std::to_string(options.port) + ": " +
      (error == 0 ? "no such address" : lower_first(std::strerror(error))));
}

std::string_view Request::header(const std::string& lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  return found == headers.end() ? std::string_view() : found->second;
}

HttpServer::HttpServer(const HttpServerOptions& options, HttpHandlers handlers)
    : state_(std::make_unique<State>(options)) {
  state_->handlers = std::move(handlers);
  state_->configure(options);
  state_->route();
  state_->bind(options);
}

HttpServer::~HttpServer() = default;

int HttpServer::port() const { return state_->port; }

void HttpServer::run() {
  if (!state_->server.listen_after_bind()) {
    throw std::runtime_error("the listening socket failed");
  }
}

void HttpServer::stop() {
  if (state_->stopped.exchange(true)) return;
  state_->server.wait_until_ready();  // earlier calls would have no effect
  state_->server.stop();
}

}  // namespace server
