// From a request to its answer: routes, files, errors, headers.

#pragma once

#include <filesystem>
#include <string>

#include "server/http_server.h"
#include "server/live_generation.h"
#include "server/log.h"
#include "server/routes.h"
#include "server/static_files.h"

namespace server {

struct ApplicationOptions {
  std::filesystem::path data;
  std::filesystem::path web;  // empty: no page
  bool verbose = false;       // logs every request
  std::string api_key = {};   // lets other machines write; empty: none may
};

// Safe for any number of threads.
class Application {
 public:
  // Throws StorageError if the current generation can't be opened.
  explicit Application(const ApplicationOptions& options);

  // Never throws: errors are answers too.
  Response answer(const Request& request);

  // The answer to what was no request.
  Response refuse(int status) const;

  // Takes up a newly published generation at once; otherwise it is noticed
  // within a second.
  void refresh() { live_.refresh(); }

  bool has_generation() const { return live_.get() != nullptr; }

 private:
  Response dispatch(const Request& request, std::string_view id);
  Response ready() const;
  Response answer_route(const RouteMatch& match, const Request& request) const;
  Response stream(api::Download download, const std::string& target) const;
  Response answer_write(const Request& request);
  Response failure(const Request& request, std::string_view id) const;

  std::string api_key_;
  Log log_;
  StaticFiles files_;
  LiveGeneration live_;
};

}  // namespace server
