// Runs the real `lode`.

#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace e2e {

struct CommandResult {
  int status = 0;
  std::string out;
  std::string err;
};

// Runs `lode` with these arguments, standard input being `input`.
CommandResult lode(const std::vector<std::string>& arguments,
                   const std::string& input = "");

// The JSON that `lode` prints; the run must end with status 0.
nlohmann::json lode_json(const std::vector<std::string>& arguments);

// The JSON of each line that `lode` prints.
std::vector<nlohmann::json> lode_json_lines(
    const std::vector<std::string>& arguments);

// The number of lines in `text`.
size_t count_lines(const std::string& text);

// The index of corpora/metals that the test `sample_data` made.
std::string sample_data();

// A file of the source tree.
std::string source_file(const std::string& name);

}  // namespace e2e
