// What a relation classifier learns from: pairs of mentions of marked texts.

#pragma once

#include <vector>

#include "extract/reading.h"
#include "extract/relation_finder.h"
#include "models/word_classes.h"
#include "training/logistic_regression.h"
#include "training/relation_data.h"

namespace training {

// A text whose mentions are the marked spans, one entity each.
extract::Reading marked_reading(const MarkedText& text);

// The candidate pairs of a reading of the text's body whose answers the marks
// tell. A mention is taken for the marked span that it overlaps; a pair of one
// entity with itself is none. `reading` has the text as its last passage.
std::vector<Example> relation_examples(const MarkedText& text,
                                       const extract::Reading& reading,
                                       const models::WordClasses& classes,
                                       const extract::TreeOf& tree_of);

}  // namespace training
