// The data files that the extractor is made from.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace extract {

// The files of `folder` that end in `extension`, sorted by name. Throws
// InputError if `folder` can't be listed.
std::vector<std::filesystem::path> resource_files(
    const std::filesystem::path& folder, std::string_view extension);

// `places.tsv:12: `.
std::string at_line(const std::filesystem::path& file, int line);

}  // namespace extract
