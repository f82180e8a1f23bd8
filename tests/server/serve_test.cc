#include "server/serve.h"

#include <doctest/doctest.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <future>
#include <sstream>
#include <streambuf>
#include <thread>

#include "tests/server/http_client.h"
#include "tests/server/sample_archive.h"
#include "text/error.h"

namespace server {
namespace {

// Before main(), so that no thread that other tests leave behind (RocksDB's)
// takes the signal that is meant for serve().
[[maybe_unused]] const bool kTerminationBlocked = [] {
  sigset_t term;
  sigemptyset(&term);
  sigaddset(&term, SIGTERM);
  return pthread_sigmask(SIG_BLOCK, &term, nullptr) == 0;
}();

// Hands over the first line that is flushed.
class FirstLine : public std::stringbuf {
 public:
  std::future<std::string> line() { return line_.get_future(); }

 protected:
  int sync() override {
    line_.set_value(str());
    return 0;
  }

 private:
  std::promise<std::string> line_;
};

int port_in(const std::string& line) {
  return std::stoi(line.substr(line.rfind(':') + 1));
}

}  // namespace

TEST_CASE("serve says where it listens and ends at SIGTERM") {
  const TemporaryDirectory data;
  publish_sample(data.path());
  FirstLine buffer;
  auto first_line = buffer.line();
  std::ostream out(&buffer);
  std::thread serving([&] {
    ServeOptions options;
    options.data = data.path();
    options.port = 0;
    serve(options, out);
  });
  const std::string line = first_line.get();
  CHECK(line.starts_with("listening on http://127.0.0.1:"));
  CHECK(line.ends_with('\n'));
  CHECK(get(port_in(line), "/readyz").status == 200);
  ::kill(::getpid(), SIGTERM);
  serving.join();
}

TEST_CASE("other machines may read only where that is said") {
  std::ostringstream out;
  ServeOptions options;
  options.host = "0.0.0.0";
  CHECK_THROWS_AS(serve(options, out), text::BadRequest);
  CHECK(out.str().empty());
}

TEST_CASE("a missing page is refused") {
  std::ostringstream out;
  ServeOptions options;
  options.web = "/nowhere/at/all";
  CHECK_THROWS_WITH_AS(serve(options, out), "/nowhere/at/all: no such folder",
                       text::BadRequest);
}

}  // namespace server
