// The evidence of an edge where it stands as JSON inside another format.

#pragma once

#include <string_view>
#include <vector>

#include "indexer/exported/statement.h"

namespace indexer {

// What exchange::evidence_json() wrote, one after the other. Throws InputError
// if it is no list of objects.
std::vector<Fields> parse_evidence_list(std::string_view json);

// A JSON list of texts. Throws InputError if it is none.
std::vector<std::string> parse_text_list(std::string_view json);

}  // namespace indexer
