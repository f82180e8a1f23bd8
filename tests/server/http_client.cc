#include "tests/server/http_client.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace server {
namespace {

Received parse_head(const std::string& head) {
  Received received;
  std::istringstream lines(head);
  std::string version, line;
  lines >> version >> received.status;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "\r") {
    const size_t colon = line.find(": ");
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) {
      return static_cast<char>(std::tolower(c));
    });
    received.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return received;
}

}  // namespace

Connection::Connection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const void* generic = &address;
  if (::connect(socket_, static_cast<const sockaddr*>(generic),
                sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("can't connect");
  }
}

Connection::~Connection() { ::close(socket_); }

void Connection::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // The server may refuse before it read all.
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
}

bool Connection::receive(std::string& received) const {
  char buffer[4096];
  const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
  if (count <= 0) return false;
  received.append(buffer, static_cast<size_t>(count));
  return true;
}

Received send_request(int port, std::string_view bytes, bool has_body) {
  const Connection connection(port);
  connection.send(bytes);
  std::string all;
  size_t head_end = std::string::npos;
  while ((head_end = all.find("\r\n\r\n")) == std::string::npos) {
    if (!connection.receive(all)) return {};
  }
  head_end += 4;
  Received received = parse_head(all.substr(0, head_end));
  size_t length = 0;
  if (has_body && received.has("content-length")) {
    length = std::stoul(received.headers["content-length"]);
  }
  while (all.size() < head_end + length && connection.receive(all)) {
  }
  received.body = all.substr(head_end);
  return received;
}

Received get(int port, const std::string& target,
             const std::string& header_lines) {
  return send_request(port, "GET " + target + " HTTP/1.1\r\nHost: test\r\n" +
                                header_lines + "\r\n");
}

}  // namespace server
