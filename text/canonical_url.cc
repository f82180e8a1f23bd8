#include "text/canonical_url.h"

#include <algorithm>
#include <array>

namespace text {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kTrackingPrefixes = {"utm_"sv, "mtm_"sv, "pk_"sv, "hsa_"sv,
                                          "_hs"sv};
constexpr std::array kTrackingNames = {
    "fbclid"sv,
    "gclid"sv,
    "dclid"sv,
    "gbraid"sv,
    "wbraid"sv,
    "msclkid"sv,
    "yclid"sv,
    "twclid"sv,
    "ttclid"sv,
    "igshid"sv,
    "mc_cid"sv,
    "mc_eid"sv,
    "mkt_tok"sv,
    "cmpid"sv,
    "ocid"sv,
    "spm"sv,
    "ref_src"sv,
    "ref_url"sv,
    "__twitter_impression"sv,
};

struct Split {
  std::string_view before;
  std::string_view after;  // without the mark; empty if there is none
};

Split split_at(std::string_view text, size_t mark) {
  if (mark == std::string_view::npos) return {text, {}};
  return {text.substr(0, mark), text.substr(mark + 1)};
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

std::string to_lower(std::string_view ascii) {
  std::string lower(ascii);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string_view without_scheme(std::string_view url) {
  const size_t mark = url.find("://");
  const bool has_scheme =
      mark != std::string_view::npos && url.find_first_of("/?") > mark;
  if (has_scheme) return url.substr(mark + 3);
  return url.starts_with("//") ? url.substr(2) : url;
}

std::string canonical_host(std::string_view host) {
  std::string canonical = to_lower(host);
  for (const std::string_view port : {":80"sv, ":443"sv}) {
    if (canonical.ends_with(port)) {
      canonical.resize(canonical.size() - port.size());
    }
  }
  if (canonical.starts_with("www.")) canonical.erase(0, 4);
  return canonical;
}

bool is_tracking(std::string_view parameter) {
  const std::string name =
      to_lower(split_at(parameter, parameter.find('=')).before);
  return std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                     [&](auto prefix) { return name.starts_with(prefix); }) ||
         std::find(kTrackingNames.begin(), kTrackingNames.end(), name) !=
             kTrackingNames.end();
}

// `?a=1&b=2` of what is left of `query`, or nothing.
std::string canonical_query(std::string_view query) {
  std::string canonical;
  while (!query.empty()) {
    const auto [parameter, rest] = split_at(query, query.find('&'));
    if (!parameter.empty() && !is_tracking(parameter)) {
      canonical += canonical.empty() ? '?' : '&';
      canonical += parameter;
    }
    query = rest;
  }
  return canonical;
}

}  // namespace

std::string canonical_url(std::string_view url) {
  url = without_scheme(trim(url));
  url = split_at(url, url.find('#')).before;
  const auto [address, query] = split_at(url, url.find('?'));
  const size_t host_end = std::min(address.find('/'), address.size());
  std::string_view path = address.substr(host_end);
  while (path.ends_with('/')) path.remove_suffix(1);
  return canonical_host(address.substr(0, host_end)) + std::string(path) +
         canonical_query(query);
}

}  // namespace text
