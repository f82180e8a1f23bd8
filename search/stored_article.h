// An article as the data of its Xapian document (docs/search_format.md).

#pragma once

#include <string>
#include <string_view>

#include "text/article.h"

namespace search {

std::string encode_article(const text::Article& article);

// Throws StorageError if `bytes` is not an encoded article.
text::Article decode_article(std::string_view bytes);

}  // namespace search
