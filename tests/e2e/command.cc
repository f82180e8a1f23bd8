#include "tests/e2e/command.h"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/temporary_directory.h"

namespace e2e {

namespace {

std::string quote(const std::string& argument) {
  std::string quoted = "'";
  for (const char c : argument) quoted += c == '\'' ? "'\\''" : std::string{c};
  return quoted + "'";
}

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::stringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

}  // namespace

CommandResult lode(const std::vector<std::string>& arguments,
                   const std::string& input) {
  const TemporaryDirectory temporary;
  const auto in = temporary.path() / "in";
  const auto out = temporary.path() / "out";
  const auto err = temporary.path() / "err";
  std::ofstream(in, std::ios::binary) << input;
  std::string line = quote(LODE_BINARY);
  for (const auto& argument : arguments) line += " " + quote(argument);
  line += " <" + quote(in) + " >" + quote(out) + " 2>" + quote(err);
  const int ended = std::system(line.c_str());
  return {WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, read(out), read(err)};
}

nlohmann::json lode_json(const std::vector<std::string>& arguments) {
  const auto result = lode(arguments);
  INFO(result.err);
  REQUIRE(result.status == 0);
  return nlohmann::json::parse(result.out);
}

std::vector<nlohmann::json> lode_json_lines(
    const std::vector<std::string>& arguments) {
  const auto result = lode(arguments);
  INFO(result.err);
  REQUIRE(result.status == 0);
  std::vector<nlohmann::json> values;
  std::istringstream stream(result.out);
  for (std::string line; std::getline(stream, line);) {
    values.push_back(nlohmann::json::parse(line));
  }
  return values;
}

size_t count_lines(const std::string& text) {
  return static_cast<size_t>(std::ranges::count(text, '\n'));
}

std::string sample_data() { return LODE_SAMPLE_DATA; }

std::string source_file(const std::string& name) {
  return std::string(LODE_SOURCE_DIR) + "/" + name;
}

}  // namespace e2e
