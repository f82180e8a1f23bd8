#include "server/write_access.h"

#include <algorithm>
#include <string>

#include "server/error.h"

namespace server {
namespace {

constexpr std::string_view kBearer = "Bearer ";

// Takes as long for a wrong key as for the right one.
bool is_equal(std::string_view one, std::string_view other) {
  if (one.size() != other.size()) return false;
  unsigned different = 0;
  for (size_t i = 0; i < one.size(); ++i) {
    different |= static_cast<unsigned char>(one[i]) ^
                 static_cast<unsigned char>(other[i]);
  }
  return different == 0;
}

bool bears(const Request& request, std::string_view key) {
  const std::string_view sent = request.header("authorization");
  return !key.empty() && sent.starts_with(kBearer) &&
         is_equal(sent.substr(kBearer.size()), key);
}

bool is_loopback_address(std::string_view address) {
  constexpr std::string_view kMapped = "::ffff:";
  if (address.starts_with(kMapped)) address.remove_prefix(kMapped.size());
  return address.starts_with("127.") || address == "::1";
}

// `localhost:8080`, `127.0.0.1`, `[::1]:8080`; a name that somebody made lead
// here is none of them.
bool is_loopback_host(std::string_view host) {
  const size_t end = host.starts_with('[')
                         ? host.find(']') + 1
                         : std::min(host.find(':'), host.size());
  const std::string_view name = host.substr(0, end);
  return name == "localhost" || name == "[::1]" ||
         (name.starts_with("127.") &&
          name.find_first_not_of("0123456789.") == name.npos);
}

bool is_forwarded(const Request& request) {
  return std::ranges::any_of(
      std::initializer_list<const char*>{"forwarded", "x-forwarded-for",
                                         "x-forwarded-host", "x-real-ip",
                                         "via"},
      [&](const char* name) { return !request.header(name).empty(); });
}

void check_site(const Request& request) {
  const std::string_view site = request.header("sec-fetch-site");
  const std::string_view origin = request.header("origin");
  const std::string own = "http://" + std::string(request.header("host"));
  if ((!site.empty() && site != "same-origin" && site != "none") ||
      (!origin.empty() && origin != own)) {
    throw Forbidden("Another site's page must not write here.");
  }
}

void check_sender(const Request& request) {
  if (!is_loopback_address(request.client) || is_forwarded(request) ||
      !is_loopback_host(request.header("host"))) {
    throw Forbidden(
        "Only this machine may write here, or whoever has the API key.");
  }
  check_site(request);
}

void check_body(const Request& request) {
  if (request.method != "POST") return;
  std::string_view type = request.header("content-type");
  type = type.substr(0, std::min(type.find(';'), type.size()));
  while (type.ends_with(' ')) type.remove_suffix(1);
  if (type != "application/json") {
    throw UnsupportedMedia("Send application/json.");
  }
}

}  // namespace

void check_write(const Request& request, std::string_view api_key) {
  if (!bears(request, api_key)) check_sender(request);
  check_body(request);
}

}  // namespace server
