// JSON objects that hold a list of articles: JSON Feed, answers of news APIs.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct JsonListPlace {
  size_t begin = 0;    // of the first object in the list
  std::string source;  // the name of the feed; empty if not known
};

// Where the list begins in `text`, which begins an object: under a name such as
// `items` or `articles`, at most three objects deep, and not in an object that
// has a text of its own before. Nothing if there is none in sight.
std::optional<JsonListPlace> find_json_list(std::string_view text);

}  // namespace indexer
