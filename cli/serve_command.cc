// `lode serve`.

#include <iostream>

#include "cli/commands.h"
#include "cli/resources.h"
#include "server/serve.h"

namespace cli {

ExitStatus run_serve(const ServeArguments& arguments) {
  server::serve({.data = arguments.data,
                 .host = arguments.host,
                 .port = arguments.port,
                 .web = arguments.web ? *arguments.web : resources() / "web",
                 .open_reads = arguments.open_reads,
                 .verbose = arguments.verbose},
                std::cout);
  return kDone;
}

}  // namespace cli
