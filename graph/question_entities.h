// Questions whose answers are entities: who owns X, smelters in X.

#pragma once

#include "graph/graph_reader.h"
#include "graph/question.h"
#include "graph/question_answer.h"

namespace graph {

// `question` is of the kinds kEntities and kPlaced.
EntitiesAnswer answer_entities(const Question& question,
                               const GraphReader& graph);

}  // namespace graph
