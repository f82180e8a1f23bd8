// Where the fields of an article stand in lines of other exporters.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// `body=content.text`: the body is the member `content.text` or, where none is
// called so, the member `text` of the member `content`.
struct MappedField {
  std::string field;              // of an article line
  std::string name;               // as it stands
  std::vector<std::string> path;  // its parts between dots; not empty
};
using FieldMap = std::vector<MappedField>;

// Reads `title=headline,body=content.text`; spaces around names do not count.
// Throws BadRequest saying what is wrong with it.
FieldMap parse_field_map(std::string_view pairs);

}  // namespace indexer
