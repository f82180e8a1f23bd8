// Who has which title: the chief executive of a company is not whoever leads
// it, but whom a sentence calls so.

#pragma once

#include <vector>

#include "graph/graph_reader.h"
#include "graph/question_language.h"

namespace graph {

// The sentences of `edge` (from a person) that give the person one of the
// titles of `asked`, best first, at most kEvidenceShown; of very many, the
// first are read. A title belongs to the person of its sentence who stands
// nearest to it; further ones count where they follow it (`president and chief
// executive`).
std::vector<Evidence> find_titled(const Edge& edge, const AskedRelation& asked,
                                  const QuestionLanguage& language,
                                  const GraphReader& graph);

}  // namespace graph
