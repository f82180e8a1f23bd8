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

// True if `text` begins with `---` (YAML) or `+++` (TOML), above a line that
// names a field; comments may stand before it.
bool begins_front_matter(std::string_view text);

// The bytes of `text` that are front matter, its closing line included; 0 if
// there is none, or nothing closes it.
size_t front_matter_size(std::string_view text);

// The fields of it, up to 1,000: plain, quoted or folded values, lists of them,
// and what is called `name` one level below. What else is nested, and tables of
// TOML, are passed over.
std::vector<FrontMatterField> read_front_matter(std::string_view matter);

}  // namespace indexer
