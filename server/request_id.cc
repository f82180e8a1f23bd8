#include "server/request_id.h"

#include <algorithm>
#include <cstdio>
#include <random>

namespace server {
namespace {

constexpr size_t kMaxLength = 64;

bool is_allowed(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

}  // namespace

std::string make_request_id(std::string_view offered) {
  if (!offered.empty() && offered.size() <= kMaxLength &&
      std::ranges::all_of(offered, is_allowed)) {
    return std::string(offered);
  }
  std::random_device random;
  char hex[17];
  std::snprintf(hex, sizeof hex, "%08x%08x", random(), random());
  return hex;
}

}  // namespace server
