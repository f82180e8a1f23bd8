#include "indexer/field_map.h"

#include <algorithm>
#include <array>

#include "indexer/archive/header_lines.h"
#include "text/error.h"

namespace indexer {
namespace {

constexpr std::array<std::string_view, 12> kFields = {
    "title",    "body",    "url",      "published", "source", "authors",
    "language", "summary", "modified", "section",   "kind",   "id"};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void check_field(const std::string& field, const FieldMap& before) {
  if (std::ranges::find(kFields, field) == kFields.end()) {
    throw text::BadRequest("--map: no field is called `" + field +
                           "`; title, body, url, published, source, authors, "
                           "language, summary, modified, section, kind and id "
                           "are");
  }
  if (std::ranges::find(before, field, &MappedField::field) != before.end()) {
    throw text::BadRequest("--map: `" + field + "` stands there twice");
  }
}

}  // namespace

FieldMap parse_field_map(std::string_view pairs) {
  FieldMap fields;
  for (const std::string& pair : split(pairs, ',')) {
    const size_t equals = std::min(pair.find('='), pair.size());
    MappedField mapped;
    mapped.field = trim_ascii(std::string_view(pair).substr(0, equals));
    mapped.name = trim_ascii(
        std::string_view(pair).substr(std::min(equals + 1, pair.size())));
    if (mapped.field.empty() || mapped.name.empty()) {
      throw text::BadRequest("--map: `" + pair +
                             "` is not like title=headline");
    }
    check_field(mapped.field, fields);
    mapped.path = split(mapped.name, '.');
    fields.push_back(std::move(mapped));
  }
  return fields;
}

}  // namespace indexer
