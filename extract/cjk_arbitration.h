// Where the gazetteer and the models of Chinese and Korean names read the same
// words: who is believed, and who is meant (docs/extraction.md).

#pragma once

#include "extract/cjk_names.h"
#include "extract/knowledge.h"
#include "extract/reading.h"

namespace extract {

// Adds the names that `models` read to `reading.found`. What is found already
// stays, but for names inside a longer one that the models are sure of
// (`中国银行珠海分行`). `reading.found` is arranged before and after.
void add_cjk_names(const Knowledge& knowledge, const CjkModels& models,
                   Reading& reading);

}  // namespace extract
