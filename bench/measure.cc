#include "bench/measure.h"

#include <stdlib.h>

#include <stdexcept>
#include <string>

namespace bench {

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Percentiles percentiles(std::vector<double> milliseconds) {
  std::ranges::sort(milliseconds);
  const size_t count = milliseconds.size();
  return {milliseconds[count / 2], milliseconds[count * 95 / 100]};
}

double megabytes(const std::filesystem::path& path) {
  uintmax_t bytes = 0;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) bytes += entry.file_size();
    }
  } else {
    bytes = std::filesystem::file_size(path);
  }
  return static_cast<double>(bytes) / 1e6;
}

TemporaryDirectory::TemporaryDirectory(std::string_view name) {
  std::string made = (std::filesystem::temp_directory_path() / name).string();
  made += "-XXXXXX";
  if (mkdtemp(made.data()) == nullptr) throw std::runtime_error("mkdtemp");
  path_ = made;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace bench
