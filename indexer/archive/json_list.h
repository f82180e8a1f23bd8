// JSON objects that hold a list of articles: JSON Feed, answers of news APIs.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

struct JsonListPlace {
  size_t begin = 0;     // behind its bracket
  size_t depth = 0;     // of the objects that it stands in
  bool is_map = false;  // a brace, and each article has a name
  std::string source;   // the name of the feed; empty if not known
};

struct JsonListSearch {
  std::optional<JsonListPlace> list;
  bool complete = false;  // more of the text would not change `list`
};

// The list in the object that `text` begins with: one of objects with titles or
// texts under a name such as `items` or `articles`, at most three objects deep,
// or a map of articles by their ids. An object that has a text of its own,
// before or behind, is an article itself and has none.
JsonListSearch find_json_list(std::string_view text);

// True if `text` is JSON of articles: it has such a list, whose first object
// has a text; or it is an object, or an array that begins with one, that has a
// title and a text.
bool holds_articles(std::string_view text);

}  // namespace indexer
