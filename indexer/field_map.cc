#include "indexer/field_map.h"

#include <algorithm>
#include <array>

#include "text/error.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 9> kFields = {
    "title",   "body",     "url",  "published", "source",
    "authors", "language", "kind", "id"};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

FieldMap parse_field_map(std::string_view pairs) {
  FieldMap fields;
  for (const std::string& pair : split(pairs, ',')) {
    const size_t equals = pair.find('=');
    if (equals == std::string::npos || equals + 1 == pair.size()) {
      throw text::BadRequest("--map: `" + pair +
                             "` is not like title=headline");
    }
    MappedField mapped{pair.substr(0, equals), {}};
    if (std::ranges::find(kFields, mapped.field) == kFields.end()) {
      throw text::BadRequest("--map: no field is called `" + mapped.field +
                             "`; title, body, url, published, source, authors, "
                             "language, kind and id are");
    }
    mapped.path = split(std::string_view(pair).substr(equals + 1), '.');
    fields.push_back(std::move(mapped));
  }
  return fields;
}

}  // namespace indexer
