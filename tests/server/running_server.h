// The whole server on a free port, for the life of a test.

#pragma once

#include <filesystem>
#include <thread>

#include "server/application.h"
#include "server/http_server.h"

namespace server {

class RunningServer {
 public:
  explicit RunningServer(const std::filesystem::path& data,
                         const std::filesystem::path& web = {})
      : application_({data, web, false}),
        http_({}, {[this](const Request& r) { return application_.answer(r); },
                   [this](int status) { return application_.refuse(status); }}),
        thread_([this] { http_.run(); }) {}
  ~RunningServer() {
    http_.stop();
    thread_.join();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  int port() const { return http_.port(); }
  Application& application() { return application_; }

 private:
  Application application_;
  HttpServer http_;
  std::thread thread_;
};

}  // namespace server
