#include "indexer/archive/file_list.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "indexer/archive/header_lines.h"
#include "text/error.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".lodeignore";

// The lines of one `.lodeignore`.
struct IgnoreRules {
  fs::path folder;
  std::vector<std::string> globs;
};

IgnoreRules read_ignore_rules(const fs::path& folder) {
  IgnoreRules rules{folder, {}};
  std::ifstream file(folder / kIgnoreFile);
  for (std::string line; std::getline(file, line);) {
    std::string glob(trim_ascii(line));
    while (glob.ends_with('/')) glob.pop_back();
    if (!glob.empty() && !glob.starts_with('#')) rules.globs.push_back(glob);
  }
  return rules;
}

// A glob without a slash means a name in any folder below.
bool ignores(const IgnoreRules& rules, const fs::path& path) {
  const std::string relative = path.lexically_relative(rules.folder).string();
  const std::string name = path.filename().string();
  return std::ranges::any_of(rules.globs, [&](const std::string& glob) {
    const bool is_path = glob.find('/') != std::string::npos;
    const std::string& subject = is_path ? relative : name;
    return ::fnmatch(glob.c_str(), subject.c_str(), FNM_PATHNAME) == 0;
  });
}

// Walks one folder given on the command line.
class FolderWalk {
 public:
  explicit FolderWalk(std::vector<std::string>& files) : files_(files) {}

  // Links to folders are not followed, so there are no circles; links to
  // nothing or to themselves are no files.
  void walk(const fs::path& folder) {
    rules_.push_back(read_ignore_rules(folder));
    for (const fs::path& path : sorted_entries(folder)) {
      std::error_code not_a_file;
      if (fs::is_directory(fs::symlink_status(path))) {
        walk(path);
      } else if (fs::is_regular_file(path, not_a_file)) {
        files_.push_back(path.string());
      }
    }
    rules_.pop_back();
  }

 private:
  std::vector<fs::path> sorted_entries(const fs::path& folder) const {
    std::vector<fs::path> entries;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      const bool hidden = entry.path().filename().string().starts_with('.');
      const bool ignored =
          std::ranges::any_of(rules_, [&](const IgnoreRules& rules) {
            return ignores(rules, entry.path());
          });
      if (!hidden && !ignored) entries.push_back(entry.path());
    }
    if (error) {
      throw text::InputError(folder.string() +
                             ": can't be listed: " + error.message());
    }
    std::ranges::sort(entries);
    return entries;
  }

  std::vector<std::string>& files_;
  std::vector<IgnoreRules> rules_;  // Of this folder and those above it.
};

}  // namespace

std::vector<std::string> list_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (path == "-") {
      files.push_back(path);
    } else if (!fs::exists(status)) {
      throw text::InputError("no such file or folder: " + path);
    } else if (fs::is_directory(status)) {
      FolderWalk(files).walk(path);
    } else {
      files.push_back(path);
    }
  }
  return files;
}

}  // namespace indexer
