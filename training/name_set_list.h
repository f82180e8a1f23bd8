// The sets that the name tagger is learned from and measured on
// (docs/models.md, docs/data-sources.md).

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "training/name_sets.h"

namespace training {

struct NameSet {
  std::string name;
  std::vector<std::string> paths;  // below the folder of the data
  SetFormat format{};
  float weight = 0;  // of its words when learning; 0: only measured on
};

std::vector<NameSet> name_sets();

// The files of a set, a folder's by name.
std::vector<std::filesystem::path> files_of(const NameSet& set,
                                            const std::filesystem::path& data);

}  // namespace training
