// Names in GUM, from the entities of its CoNLL-U files
// (gucorpling.org/gum/annotations.html).

#pragma once

#include <filesystem>
#include <vector>

#include "training/name_sets.h"

namespace training {

// One article a file. Of the entities, which reach over articles and
// modifiers, those with a proper noun as head give a name: that noun and the
// proper nouns that belong to it. Throws InputError naming the file if it
// can't be read.
std::vector<MarkedArticle> read_gum_names(const std::filesystem::path& file);

}  // namespace training
