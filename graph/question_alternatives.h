// How a question could have been meant otherwise.

#pragma once

#include <string>
#include <string_view>

#include "graph/graph_reader.h"
#include "graph/question.h"
#include "graph/question_writer.h"

namespace graph {

// True where the graph has some answer to `question` if it is about `entity`,
// or where that is not known before it is answered.
bool can_tell(const Question& question, const EntitySummary& entity,
              const GraphReader& graph);

// Gives each part of an understood question its alternatives.
void add_alternatives(Question& question, const QuestionWriter& writer,
                      const GraphReader& graph);

// `text` with other words at `span`.
std::string with_replaced(std::string_view text, text::Span span,
                          std::string_view words);

// The types of edges that tell `steps` of an entity that is the relation's
// source (kOut) or target (kIn), by the side on which the entity is.
struct StepTypes {
  std::vector<text::RelationType> out;
  std::vector<text::RelationType> in;
};
StepTypes types_of(const std::vector<RelationStep>& steps, Direction direction);

}  // namespace graph
