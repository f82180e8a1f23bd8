// Texts that are plain but for a few tags and escaped characters.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// `utf8` without tags such as `<b>` and `<img src="x">`, and with the
// characters that `&mdash;` and `&#8217;` stand for. All else stands as it was:
// line breaks, `a<b`, tags without an end, names that HTML does not know.
std::string without_inline_markup(std::string_view utf8);

}  // namespace indexer
