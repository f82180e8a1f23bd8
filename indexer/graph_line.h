// The lines of an exported graph (docs/export.md): which of them are articles
// to read again.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/articles.h"
#include "text/annotation.h"
#include "text/article.h"
#include "text/entity.h"

namespace indexer {

// How the lines of each kind begin.
inline constexpr std::string_view kGraphHeaderLine = R"({"lode_graph":)";
inline constexpr std::string_view kGraphEntityLine = R"({"entity":{)";
inline constexpr std::string_view kGraphEdgeLine = R"({"edge":{)";
inline constexpr std::string_view kGraphArticleLine = R"({"article":{)";
inline constexpr std::string_view kGraphEndLine = R"({"end":{)";

// Rises with any change that older readers would misread.
inline constexpr int kGraphFormat = 1;

bool is_graph_line(std::string_view line);

// An excerpt with all that was read in it, as the value of `article`.
// `entities` describe what `annotation` names.
nlohmann::ordered_json graph_article_json(
    const text::Article& article, text::ArticleId story,
    const text::Annotation& annotation, std::span<const text::Entity> entities);

// Nothing for lines that are counted anew from the articles. Throws InputError
// saying what is wrong with the line.
std::optional<ReadArticle> parse_graph_line(std::string_view line);

}  // namespace indexer
