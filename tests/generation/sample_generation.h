// Publishes tiny generations for tests.

#pragma once

#include <filesystem>
#include <string>

#include "generation/data_directory.h"

namespace generation {

// Publishes a generation of one article that is all `title`.
GenerationId publish_article(const std::filesystem::path& data,
                             const std::string& title);

}  // namespace generation
