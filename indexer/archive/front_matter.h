// The YAML or TOML header of a Markdown file.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct FrontMatterField {
  std::string name;                 // lower case
  std::vector<std::string> values;  // of a list; one otherwise
};

// The bytes of `text` that are front matter, its closing line included: lines
// between `---` (YAML) or `+++` (TOML) the first of which names a field; 0 if
// there is none. A header that `text` cuts counts as a whole.
size_t front_matter_size(std::string_view text);

// The fields of it: plain or quoted values and lists of them. What is nested
// deeper is passed over.
std::vector<FrontMatterField> read_front_matter(std::string_view matter);

}  // namespace indexer
