// `lode serve`.

#include <fstream>
#include <iostream>

#include "cli/commands.h"
#include "cli/resources.h"
#include "server/serve.h"
#include "text/error.h"

namespace cli {

namespace {

// The first line of the file.
std::string read_key(const std::filesystem::path& file) {
  if (file.empty()) return "";
  std::string key;
  if (!std::getline(std::ifstream(file), key) || key.size() < 16) {
    throw text::BadRequest(file.string() +
                           ": its first line is no key of 16 bytes or more");
  }
  return key;
}

}  // namespace

ExitStatus run_serve(const ServeArguments& arguments) {
  server::serve({.data = arguments.data,
                 .host = arguments.host,
                 .port = arguments.port,
                 .web = arguments.web ? *arguments.web : resources() / "web",
                 .open_reads = arguments.open_reads,
                 .verbose = arguments.verbose,
                 .api_key = read_key(arguments.api_key_file)},
                std::cout);
  return kDone;
}

}  // namespace cli
