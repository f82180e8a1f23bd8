// The files that a command's paths mean.

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace indexer {

using OnFile = std::function<void(const std::string& path)>;

// Calls `on_file` for files and `-` as they are named; of folders, for all
// files below them, sorted by path, without hidden ones and those that a
// `.lodeignore` of their folder or one above it names: one name or glob
// (`*.bak`, `old/*.html`) a line, relative to its folder. Holds the names of
// one folder and of those above it. Throws InputError if a path does not exist
// or a folder can't be listed.
void for_each_file(const std::vector<std::string>& paths,
                   const OnFile& on_file);

// The same files, all at once, once check_paths() has found nothing.
std::vector<std::string> list_files(const std::vector<std::string>& paths);

// Throws InputError if one of `paths` does not exist.
void check_paths(const std::vector<std::string>& paths);

}  // namespace indexer
