// Two readings of one article: from its page and from a feed, today's and last
// week's.

#pragma once

#include "indexer/articles.h"
#include "text/article.h"

namespace indexer {

// True if `read` adds nothing to what `old` has: an excerpt, a teaser of an
// article, a title without text, or its text up to an ellipsis.
bool says_less(const ReadArticle& read, const text::Article& old);

// Takes from `old` what `read` does not know: dates, source, authors and
// section. Of two spellings of the address that with https is kept, or else the
// shorter.
void complete(text::Article& read, const text::Article& old);

}  // namespace indexer
