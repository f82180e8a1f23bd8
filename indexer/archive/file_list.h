// The files that a command's paths mean.

#pragma once

#include <string>
#include <vector>

namespace indexer {

// Files and `-` as they are named; of folders, all files below them, sorted by
// path, without hidden ones and those that a `.lodeignore` of their folder or
// one above it names: one name or glob (`*.bak`, `old/*.html`) a line, relative
// to its folder. Throws InputError if a path does not exist.
std::vector<std::string> list_files(const std::vector<std::string>& paths);

}  // namespace indexer
