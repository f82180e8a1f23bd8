// From an article to its Xapian document: terms, positions, order, data.

#pragma once

#include <xapian.h>

#include <span>
#include <string>

#include "text/article.h"

namespace search {

Xapian::Document make_document(const text::Article& article,
                               std::span<const std::string> entities);

}  // namespace search
