// An HTTP client that sends whatever a test wants.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace server {

struct Received {
  int status = 0;  // 0: the server closed the connection without an answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;

  bool has(const std::string& header) const { return headers.contains(header); }
};

// A connection to 127.0.0.1:`port`, open while this lives. Throws
// std::runtime_error if there is none to be had.
class Connection {
 public:
  explicit Connection(int port);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void send(std::string_view bytes) const;

  // Adds what comes next to `received`; false at the end.
  bool receive(std::string& received) const;

 private:
  int socket_;
};

// Sends `bytes` to 127.0.0.1:`port` and reads one answer; `has_body` is false
// for HEAD.
Received send_request(int port, std::string_view bytes, bool has_body = true);

// GET with more header lines (`Name: value\r\n`).
Received get(int port, const std::string& target,
             const std::string& header_lines = "");

}  // namespace server
