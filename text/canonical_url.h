// The form in which URLs are compared. It is no URL any more.

#pragma once

#include <string>
#include <string_view>

namespace text {

// `url` without surrounding space, scheme, `www.`, default port, fragment,
// trailing slash and tracking parameters, its host in lower case:
// `https://www.Metal.com/news/1/?utm_source=x#top` -> `metal.com/news/1`.
std::string canonical_url(std::string_view url);

}  // namespace text
