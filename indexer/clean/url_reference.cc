#include "indexer/clean/url_reference.h"

#include <algorithm>

#include "indexer/archive/header_lines.h"

namespace indexer {
namespace {

constexpr size_t kNone = std::string_view::npos;

// The bytes of the scheme and its colon; 0 if `text` has none.
size_t scheme_size(std::string_view text) {
  const size_t colon = text.find_first_of(":/?#");
  return colon == kNone || colon == 0 || text[colon] != ':' ? 0 : colon + 1;
}

// An address behind its host: path, then query, each with its mark.
struct Target {
  std::string_view path;
  std::string_view rest;  // query and fragment
};

Target split_target(std::string_view target) {
  const size_t end = std::min(target.find_first_of("?#"), target.size());
  return {target.substr(0, end), target.substr(end)};
}

// `path`, which begins with `/`, without `.` and `..` (RFC 3986, 5.2.4).
std::string without_dots(std::string_view path) {
  std::string clean;
  while (!path.empty()) {
    const size_t next = std::min(path.find('/', 1), path.size());
    const std::string_view segment = path.substr(0, next);
    const bool last = next == path.size();
    path.remove_prefix(next);
    if (segment == "/..")
      clean.resize(std::min(clean.rfind('/'), clean.size()));
    if (segment != "/." && segment != "/..") {
      clean += segment;
    } else if (last) {
      clean += '/';
    }
  }
  return clean;
}

std::string on_origin(std::string_view origin, Target target) {
  const std::string path = target.path.starts_with('/')
                               ? std::string(target.path)
                               : "/" + std::string(target.path);
  return std::string(origin) + without_dots(path) + std::string(target.rest);
}

// `reference`, which has neither scheme nor host, at `base`.
std::string resolve_path(std::string_view base, std::string_view reference) {
  const std::string_view origin = origin_of(base);
  const Target at = split_target(base.substr(origin.size()));
  Target to = split_target(reference);
  if (!to.path.empty()) {
    if (to.path.starts_with('/')) return on_origin(origin, to);
    const size_t folder = at.path.rfind('/');
    const std::string path =
        (folder == kNone ? "/" : std::string(at.path.substr(0, folder + 1))) +
        std::string(to.path);
    return on_origin(origin, {path, to.rest});
  }
  std::string_view query = at.rest.substr(0, at.rest.find('#'));
  if (to.rest.starts_with('?')) query = {};
  const std::string rest = std::string(query) + std::string(to.rest);
  return on_origin(origin, {at.path, rest});
}

}  // namespace

std::string_view origin_of(std::string_view url) {
  const std::string start = to_lower_ascii(url.substr(0, 8));
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!start.starts_with(scheme)) continue;
    const size_t end = url.find_first_of("/?#", scheme.size());
    const std::string_view origin = url.substr(0, end);
    if (origin.size() > scheme.size()) return origin;
  }
  return {};
}

std::string resolve_reference(std::string_view base,
                              std::string_view reference) {
  reference = trim_ascii(reference);
  const std::string_view origin = origin_of(base);
  if (reference.starts_with("//")) {
    const size_t scheme = scheme_size(origin);
    const std::string_view own =
        scheme > 0 ? origin.substr(0, scheme) : std::string_view("https:");
    return resolve_reference({}, std::string(own) + std::string(reference));
  }
  if (scheme_size(reference) > 0) {
    const std::string_view own = origin_of(reference);
    if (own.empty() || own.size() == reference.size()) {
      return std::string(own);
    }
    return on_origin(own, split_target(reference.substr(own.size())));
  }
  return origin.empty() ? std::string() : resolve_path(base, reference);
}

}  // namespace indexer
