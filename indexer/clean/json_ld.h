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

// The first article in `json`, which may be a list or have a `@graph`; without
// one the dates of its web page. JSON that breaks rules is read where it can
// be told what it means; of any other only headline and dates.
JsonLd parse_json_ld(std::string_view json);

}  // namespace indexer
