// Text with its names marked by people, as sets for learning tell it.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/name_tagger.h"

namespace training {

struct LabelledName {
  uint32_t begin = 0;  // bytes [begin, end) of the text
  uint32_t end = 0;
  models::NameClass name_class{};
};

struct LabelledText {
  std::string utf8;
  std::vector<LabelledName> names;  // by position, without overlap
};

// Reads KLUE's format: `character TAB tag` a line, sentences apart by empty
// lines, tags BIO with PS, OG and LC for people, organisations and places.
// Throws InputError naming the file and the line.
std::vector<LabelledText> read_klue(const std::filesystem::path& file);

}  // namespace training
