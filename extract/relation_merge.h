// What rules and model read of one article, as one list.

#pragma once

#include <vector>

#include "text/annotation.h"

namespace extract {

// The relations that rules and model read, by position. Rules win: where they
// speak of the same two entities in the same sentence, the model does not add
// what says the same less exactly or with less doubt. Of who has a post by the
// rules the model must be surer of a second one.
std::vector<text::Relation> merge_relations(
    std::vector<text::Relation> by_rules, std::vector<text::Relation> by_model);

}  // namespace extract
