// The expected answers of corpora/metals/expected.

#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace e2e {

// What a careful reader found in each of the articles, by file name; files that
// are about no single article (related, questions) are left out.
std::vector<nlohmann::json> expected_answers();

// The article lines of the sample archive by title (no two share one).
std::map<std::string, nlohmann::json> parsed_by_title();

}  // namespace e2e
