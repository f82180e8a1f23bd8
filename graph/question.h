// Questions in plain words, answered from the graph.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_reader.h"

namespace graph {

enum class QuestionKind : uint8_t {
  kRelated,        // what is related to an entity
  kNotUnderstood,  // no form of the grammar fits
};

// What was understood of a question; nothing in it is guessed.
struct Question {
  QuestionKind kind = QuestionKind::kNotUnderstood;
  std::string name;                     // the words that name the entity
  std::vector<NamedEntity> candidates;  // what they may mean, best first
  // The part that was not understood: the whole question, or a name that fits
  // no entity. Empty where all was understood.
  std::string not_understood;
  std::string example;  // a question that this graph answers; may be empty
};

// The grammar, letter case aside, with an optional question mark at the end:
//   [what|who] [is|are] related to NAME
//   [what|who] [is|are] connected to NAME
//   NAME 관련   NAME와 관련된 것은   NAME과 관련된 것은
//   与NAME相关   与NAME有关   和NAME相关   和NAME有关 (的… may follow)
Question read_question(std::string_view question, const GraphReader& graph);

}  // namespace graph
