// Newsletters: one message, one article.

#pragma once

#include <string_view>

#include "text/article.h"

namespace indexer {

// The subject is the title, the sender's name the source. The text is that of
// the plain part, or of the HTML part where that has half as much again.
// Without id, language and archive; no body if there is no text.
// Throws InputError if the charset of the text can't be read.
text::Article parse_mail(std::string_view message);

}  // namespace indexer
