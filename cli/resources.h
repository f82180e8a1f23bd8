// Where the files that belong to the program are: gazetteer, rules, page.

#pragma once

#include <filesystem>

namespace cli {

// `share/lode` beside the program (a build) or beside its folder (installed).
// Throws std::runtime_error if neither is there.
std::filesystem::path resources();

}  // namespace cli
