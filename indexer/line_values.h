// What the values of an article line say, in the shapes that exporters use.

#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "text/timestamp.h"

namespace indexer {

// The first of the members `names` of `object` that is there and not null.
const nlohmann::json* find_first(const nlohmann::json& object,
                                 std::initializer_list<const char*> names);

// A string or number, what an object wraps, or the paragraphs of a list; empty
// if it is none of these.
std::string to_text(const nlohmann::json& value);

// The same of a text that editors keep in blocks: lists and objects within each
// other, without those that are titles, bylines, dates or pictures.
std::string to_prose(const nlohmann::json& value);

// The names in `["Jo Field", {"name": "Ana Brook"}]`, `By Jo Field; Ana Brook`
// and, as tables have it, `['Jo Field', 'Ana Brook']`. A number is no name.
std::vector<std::string> to_names(const nlohmann::json& value);

// A date of the press, seconds or milliseconds since 1970, `{"$date": …}`, or
// the first of a list. A time without zone is UTC.
std::optional<text::Timestamp> to_time(const nlohmann::json& value);

}  // namespace indexer
