#include "indexer/archive/file_list.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "indexer/archive/header_lines.h"
#include "text/error.h"

namespace indexer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIgnoreFile = ".lodeignore";
constexpr size_t kMaxIgnoreBytes = size_t{1} << 20;

// The lines of one `.lodeignore`.
struct IgnoreRules {
  fs::path folder;
  std::vector<std::string> globs;
};

// Nothing where it is no regular file: a pipe would be waited for.
std::string read_ignore_file(const fs::path& path) {
  std::error_code not_a_file;
  if (!fs::is_regular_file(path, not_a_file)) return {};
  std::string bytes(kMaxIgnoreBytes, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<size_t>(file.gcount()));
  return bytes;
}

IgnoreRules read_ignore_rules(const fs::path& folder) {
  IgnoreRules rules{folder, {}};
  std::istringstream lines(read_ignore_file(folder / kIgnoreFile));
  for (std::string line; std::getline(lines, line);) {
    std::string glob(trim_ascii(line));
    while (glob.ends_with('/')) glob.pop_back();
    if (!glob.empty() && !glob.starts_with('#')) rules.globs.push_back(glob);
  }
  return rules;
}

// A glob without a slash means a name in any folder below.
bool ignores(const IgnoreRules& rules, const fs::path& path) {
  if (rules.globs.empty()) return false;
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
  FolderWalk(const OnFile& on_file, const OnUnread& on_unread)
      : on_file_(on_file), on_unread_(on_unread) {}

  // Links to folders are not followed, so there are no circles; links to
  // nothing or to themselves are no files, nor are pipes and devices.
  void walk(const fs::path& folder) {
    rules_.push_back(read_ignore_rules(folder));
    for (const std::string& name : sorted_names(folder)) {
      const fs::path path = folder / name;
      std::error_code error;
      std::error_code not_a_file;
      if (fs::is_directory(fs::symlink_status(path, error))) {
        walk(path);
      } else if (error && error != std::errc::no_such_file_or_directory) {
        on_unread_(path.string(), error.message());
      } else if (fs::is_regular_file(path, not_a_file)) {
        on_file_(path.string());
      }
    }
    rules_.pop_back();
  }

 private:
  std::vector<std::string> sorted_names(const fs::path& folder) const {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end;
         !error && entry != end; entry.increment(error)) {
      std::string name = entry->path().filename().string();
      const bool ignored =
          std::ranges::any_of(rules_, [&](const IgnoreRules& rules) {
            return ignores(rules, entry->path());
          });
      if (!name.starts_with('.') && !ignored) names.push_back(std::move(name));
    }
    if (error) {
      on_unread_(folder.string(), "can't be listed: " + error.message());
    }
    std::ranges::sort(names);
    return names;
  }

  const OnFile& on_file_;
  const OnUnread& on_unread_;
  std::vector<IgnoreRules> rules_;  // Of this folder and those above it.
};

}  // namespace

void for_each_file(const std::vector<std::string>& paths, const OnFile& on_file,
                   const OnUnread& on_unread) {
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      FolderWalk(on_file, on_unread).walk(path);
    } else {
      on_file(path);
    }
  }
}

void check_paths(const std::vector<std::string>& paths) {
  const bool is_any = std::ranges::any_of(paths, [](const std::string& path) {
    std::error_code error;
    return path == "-" || fs::exists(path, error);
  });
  if (is_any || paths.empty()) return;
  throw text::InputError("no such file or folder: " + paths.front());
}

}  // namespace indexer
