// What an encyclopedia's article is about, by its first sentence.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/name_lists.h"

namespace training {

// Names that an article gives, and their list.
struct NamedArticle {
  models::NameList list{};
  std::vector<std::string> names;  // the title, and an acronym if it has one
};

// Reads `Samer Tawk (born 3 September 1998) is a Lebanese skier.` Nothing if
// the sentence does not say clearly what its subject is. Titles lose what
// tells homonyms apart: `Berlin (band)`, `Konin, Poland`.
std::optional<NamedArticle> read_first_sentence(std::string_view title,
                                                std::string_view body);

}  // namespace training
