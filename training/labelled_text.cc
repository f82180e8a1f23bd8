#include "training/labelled_text.h"

#include <fstream>
#include <optional>
#include <string_view>

#include "text/error.h"

namespace training {
namespace {

using models::NameClass;

std::optional<NameClass> klue_class(std::string_view tag) {
  if (tag.ends_with("-PS")) return NameClass::kPerson;
  if (tag.ends_with("-OG")) return NameClass::kOrganization;
  if (tag.ends_with("-LC")) return NameClass::kLocation;
  if (tag == "O") return std::nullopt;
  return NameClass::kOther;
}

void add_character(LabelledText& text, std::string_view character,
                   std::string_view tag) {
  const auto begin = static_cast<uint32_t>(text.utf8.size());
  text.utf8 += character;
  const auto end = static_cast<uint32_t>(text.utf8.size());
  const auto name_class = klue_class(tag);
  if (!name_class) return;
  const bool goes_on = tag.starts_with('I') && !text.names.empty() &&
                       text.names.back().end == begin &&
                       text.names.back().name_class == *name_class;
  if (goes_on)
    text.names.back().end = end;
  else
    text.names.push_back({begin, end, *name_class});
}

}  // namespace

std::vector<LabelledText> read_klue(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw text::InputError(file.string() + ": can't be read");
  std::vector<LabelledText> texts(1);
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("##")) continue;
    if (line.empty()) {
      if (!texts.back().utf8.empty()) texts.emplace_back();
      continue;
    }
    const size_t tab = line.rfind('\t');
    if (tab == std::string::npos) {
      throw text::InputError(file.string() + ":" + std::to_string(number) +
                             ": has no tag");
    }
    const std::string_view view = line;
    add_character(texts.back(), tab == 0 ? " " : view.substr(0, tab),
                  view.substr(tab + 1));
  }
  if (texts.back().utf8.empty()) texts.pop_back();
  return texts;
}

}  // namespace training
