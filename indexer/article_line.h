// Article lines and annotation lines: one JSON object a line.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "indexer/articles.h"

namespace indexer {

// Reads an article line with the field names that exporters use
// (indexer/article_fields.h) and those of `fields`; a line with `mentions` and
// `relations` carries its annotation. The article id is made here. Throws
// InputError saying what is wrong with it.
ReadArticle parse_article_line(std::string_view line,
                               const FieldMap& fields = {});

// The two halves of it: text to object, object to article (without what it says
// was read there). Both throw InputError.
nlohmann::json parse_line_object(std::string_view line);
text::Article read_article(const nlohmann::json& object);

// What to_article_line() writes.
nlohmann::ordered_json article_json(const text::Article& article);

// Without a line break. Unknown fields are absent.
std::string to_article_line(const text::Article& article);

// Offsets become code points. Mentions carry the text they cover.
std::string to_annotation_line(const text::Article& article,
                               const text::Annotation& annotation);

}  // namespace indexer
