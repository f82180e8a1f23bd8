// What the extractor's files say, in 16 hexadecimal digits.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace extract {

// Changes with `code_version` and with every byte of the resources that the
// extractor reads, and with their names; reads them all. Throws InputError if
// one of their folders can't be read.
std::string fingerprint_of(const std::filesystem::path& resources,
                           std::string_view code_version);

}  // namespace extract
