// What a name is, where sets for learning differ (see name_sets.h).

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "training/name_sets.h"

namespace training {

// The class of a set's own label (`politician`, `GPE`); nothing for labels of
// what is no name (`TIME`) and for the empty one.
std::optional<models::NameClass> class_of_label(std::string_view label);

// The longest names first come, first served; by position.
std::vector<MarkedName> without_overlap(std::vector<MarkedName> names);

// Makes the names of a sentence follow our conventions.
void apply_conventions(MarkedSentence& sentence);

}  // namespace training
