#include "server/serve.h"

#include <pthread.h>

#include <csignal>
#include <thread>

#include "server/application.h"
#include "server/http_server.h"
#include "text/error.h"

namespace server {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

// Keeps SIGINT and SIGTERM from this thread and those it starts.
class BlockedSignals {
 public:
  BlockedSignals() {
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

 private:
  sigset_t before_{};
};

// Stops `server` at the first signal. Lives while signals are blocked.
class StopOnSignal {
 public:
  explicit StopOnSignal(HttpServer& server)
      : thread_([&server] {
          const sigset_t signals = stop_signals();
          int signal = 0;
          sigwait(&signals, &signal);
          server.stop();
        }) {}
  ~StopOnSignal() {
    pthread_kill(thread_.native_handle(), SIGTERM);  // in case none came
    thread_.join();
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

 private:
  std::thread thread_;
};

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

void check(const ServeOptions& options) {
  if (!is_loopback(options.host) && !options.open_reads) {
    throw text::BadRequest("serving on " + options.host +
                           " lets other machines read everything: say "
                           "--open-reads if that is meant");
  }
  if (!options.web.empty() && !std::filesystem::is_directory(options.web)) {
    throw text::BadRequest(options.web.string() + ": no such folder");
  }
}

HttpServerOptions http_options(const ServeOptions& options) {
  HttpServerOptions http;
  http.host = options.host;
  http.port = options.port;
  return http;
}

std::string address(const std::string& host, int port) {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" +
         std::to_string(port);
}

}  // namespace

void serve(const ServeOptions& options, std::ostream& out) {
  check(options);
  const BlockedSignals blocked;
  Application application(
      {options.data, options.web, options.verbose, options.api_key});
  HttpServer server(
      http_options(options),
      {[&](const Request& request) { return application.answer(request); },
       [&](int status) { return application.refuse(status); }});
  const StopOnSignal stop(server);
  out << "listening on " << address(options.host, server.port()) << std::endl;
  server.run();
}

}  // namespace server
