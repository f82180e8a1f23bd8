// Where the fields of an article stand in lines of other exporters.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// `body=content.text`: the member `text` of the member `content` is the body.
struct MappedField {
  std::string field;              // of an article line
  std::vector<std::string> path;  // to its value; not empty
};
using FieldMap = std::vector<MappedField>;

// Reads `title=headline,body=content.text`. Throws BadRequest saying what is
// wrong with it.
FieldMap parse_field_map(std::string_view pairs);

}  // namespace indexer
