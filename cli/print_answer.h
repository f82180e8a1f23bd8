// How the answer to a question reads on a terminal.

#pragma once

#include <nlohmann/json_fwd.hpp>

namespace cli {

// `answer` is that of /v1/ask: first how the question was read, then a line
// for each answer, with a line for each sentence below it.
void print_answer(const nlohmann::ordered_json& answer);

}  // namespace cli
