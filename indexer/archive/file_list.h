// The files that a command's paths mean.

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace indexer {

using OnFile = std::function<void(const std::string& path)>;
using OnUnread =
    std::function<void(const std::string& path, const std::string& why)>;

// Calls `on_file` for files and `-` as they are named; of folders, for all
// files below them, sorted by path, without hidden ones and those that a
// `.lodeignore` of their folder or one above it names: one name or glob
// (`*.bak`, `old/*.html`) a line, relative to its folder; its first 1 MB count,
// and it is a regular file. Holds the names of one folder and of those above
// it. Calls `on_unread` for a folder that can't be listed and for what can't be
// looked at in a folder, and goes on behind it.
void for_each_file(const std::vector<std::string>& paths, const OnFile& on_file,
                   const OnUnread& on_unread);

// Throws InputError if none of `paths` exists.
void check_paths(const std::vector<std::string>& paths);

}  // namespace indexer
