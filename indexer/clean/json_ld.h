// What a page says of its article in JSON-LD (schema.org).

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

// Empty is not stated.
struct JsonLd {
  std::string headline;
  std::string name;
  std::string published;
  std::string modified;
  std::string section;
  std::string publisher;
  std::vector<std::string> authors;
  std::string language;
  std::string body;
  std::string url;
};

// The first article in `json`, which may be a list or have a `@graph`. Empty
// if it is no JSON or has no article.
JsonLd parse_json_ld(std::string_view json);

}  // namespace indexer
