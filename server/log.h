// What the server tells its operator, on standard error.

#pragma once

#include <memory>
#include <string_view>

namespace server {

// Safe for any number of threads. One line a message, whatever it holds.
class Log {
 public:
  // Errors and warnings always, requests only if `verbose`.
  explicit Log(bool verbose);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  void error(std::string_view message) const;
  void warning(std::string_view message) const;
  void request(std::string_view message) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace server
