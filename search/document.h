// From an article to its Xapian document: terms, positions, order, data.

#pragma once

#include <xapian.h>

#include <span>
#include <string>

#include "text/article.h"
#include "text/entity.h"

namespace search {

// `entities` are the ids of those that the article names, `relations` the types
// of those that it states.
Xapian::Document make_document(const text::Article& article,
                               std::span<const std::string> entities,
                               std::span<const text::RelationType> relations);

}  // namespace search
