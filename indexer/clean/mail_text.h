// The plain text of a newsletter.

#pragma once

#include <string>
#include <string_view>

namespace indexer {

// The paragraphs of a plain part, unwrapped, without its signature, addresses
// behind words, rules, and what newsletters put around their text: `View this
// email in your browser`, and from `You are receiving this email` on where most
// of the text stands above.
std::string mail_text(std::string_view plain);

}  // namespace indexer
