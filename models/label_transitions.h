// The scores of labels that follow each other, as a model file keeps them.

#pragma once

#include <string_view>

#include "models/label_chain.h"
#include "models/model_file.h"

namespace models {

// By label and the next one's. Throws InputError where `section` of `file` is
// missing or broken.
LabelTransitions read_transitions(const ModelFile& file,
                                  std::string_view section);

}  // namespace models
