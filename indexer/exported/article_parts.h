// One article of an exported file, from what is said of it.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/exported/statement.h"
#include "text/entity.h"

namespace indexer {

struct ArticleParts {
  StatedArticle stated;
  std::map<std::string, text::Entity> entities;  // by id
  std::vector<Statement> statements;
  std::vector<StatedFact> facts;
};

// The line of graph_line.h. The body is made of the sentences, in their order,
// with a paragraph kLeftOut between them. Every statement and fact must be of
// known entities, and those `in_title` must stand there.
std::string graph_line_of(ArticleParts parts);

// True if `sentence` stands in the title, or need not.
bool has_place(const StatedArticle& stated, const StatedSentence& sentence,
               bool in_title);

}  // namespace indexer
