// `lode serve`.

#pragma once

#include <filesystem>
#include <ostream>
#include <string>

namespace server {

struct ServeOptions {
  std::filesystem::path data;
  std::string host = "127.0.0.1";
  int port = 8080;            // 0: any free one
  std::filesystem::path web;  // the folder of the page; empty: only the API
  bool open_reads = false;    // lets other machines read without a key
  bool verbose = false;       // logs every request to standard error
  std::string api_key = {};   // lets other machines write; empty: none may
};

// Serves until SIGINT or SIGTERM. Writes `listening on http://H:P` to `out`
// once connections are accepted. Throws BadRequest where `host` is not this
// machine's loopback and `open_reads` is off or the page's folder is missing,
// StorageError if the current generation can't be opened, std::runtime_error
// where it can't listen. Called from a thread that is the only one yet, so that
// no other one takes the signals.
void serve(const ServeOptions& options, std::ostream& out);

}  // namespace server
