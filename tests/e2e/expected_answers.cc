#include "tests/e2e/expected_answers.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "tests/e2e/command.h"

namespace e2e {

std::vector<nlohmann::json> expected_answers() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(
           source_file("corpora/metals/expected"))) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<nlohmann::json> answers;
  for (const auto& file : files) {
    std::ifstream stream(file);
    auto answer = nlohmann::json::parse(stream);
    if (answer.contains("title")) answers.push_back(std::move(answer));
  }
  return answers;
}

std::map<std::string, nlohmann::json> parsed_by_title() {
  std::map<std::string, nlohmann::json> articles;
  for (auto& line : lode_json_lines({"parse", source_file("corpora/metals")})) {
    if (line["kind"] == "article") articles[line["title"]] = line;
  }
  return articles;
}

}  // namespace e2e
