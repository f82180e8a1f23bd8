#include "extract/resource_files.h"

#include <algorithm>
#include <system_error>

#include "text/error.h"

namespace extract {

std::vector<std::filesystem::path> resource_files(
    const std::filesystem::path& folder, std::string_view extension) {
  std::error_code error;
  std::filesystem::directory_iterator entries(folder, error);
  if (error) {
    throw text::InputError(folder.string() + ": " + error.message());
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : entries) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string at_line(const std::filesystem::path& file, int line) {
  return file.filename().string() + ":" + std::to_string(line) + ": ";
}

}  // namespace extract
