// The annotation of an article as JSON members (INTERFACES: annotation line).

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "text/annotation.h"
#include "text/article.h"

namespace indexer {

// Sets `mentions`, `relations` and `facts` of `line`, in code points.
void add_annotation(const text::Article& article,
                    const text::Annotation& annotation,
                    nlohmann::ordered_json& line);

// Reads what add_annotation() sets. Throws InputError naming the entry that is
// wrong: an unknown type, an offset outside of the article.
text::Annotation read_annotation(const text::Article& article,
                                 const nlohmann::json& line);

// The entities that `annotation` mentions, each once, with the other forms in
// which `article` names them as aliases; and those that `line` describes in
// `entities`.
std::vector<text::Entity> read_entities(const text::Article& article,
                                        const text::Annotation& annotation,
                                        const nlohmann::json& line);

}  // namespace indexer
