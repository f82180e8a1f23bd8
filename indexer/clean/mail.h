// Newsletters.

#pragma once

#include <string_view>
#include <vector>

#include "text/article.h"

namespace indexer {

// The message, and those that it holds as parts (forwarded ones, digests), each
// on its own; the message itself only where it has a text or holds no others.
// The subject is the title, the sender's name the source. The text is that of
// the plain part, or of the HTML part where that has half as much again.
// Without id, language and archive; no body if there is no text. Throws
// InputError if the charset of a text can't be read.
std::vector<text::Article> parse_mail(std::string_view message);

}  // namespace indexer
