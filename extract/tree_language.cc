#include "extract/tree_language.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/error.h"

namespace extract {
namespace {

constexpr std::array<std::pair<std::string_view, Function>, 5> kFunctions = {{
    {"subj", Function::kSubject},
    {"obj", Function::kObject},
    {"'s", Function::kPossessor},
    {"is", Function::kHolder},
    {"noun", Function::kModifier},
}};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void add_function(Lexicon& lexicon, std::string_view name, TreeStep& step) {
  const auto add = [&step](Function function) {
    step.functions = static_cast<uint8_t>(
        step.functions | (1U << static_cast<unsigned>(function)));
  };
  for (const auto& [known, function] : kFunctions) {
    if (name == known) return add(function);
  }
  if (name.empty()) throw text::InputError("a step of a path has a name");
  add(Function::kPreposition);
  step.prepositions.push_back(lexicon.symbols().intern(name));
}

// `obj|of{stake}`
TreeStep parse_step(Lexicon& lexicon, std::string_view text) {
  TreeStep step;
  const size_t open = std::min(text.find('{'), text.size());
  if (open < text.size()) {
    if (!text.ends_with('}')) throw text::InputError("`{` without `}`");
    step.words = lexicon.set(text.substr(open + 1, text.size() - open - 2));
  }
  for (const std::string_view name : split(text.substr(0, open), '|')) {
    add_function(lexicon, name, step);
  }
  return step;
}

TreePath parse_path(Lexicon& lexicon, std::string_view text) {
  TreePath path;
  const size_t equals = std::min(text.find('='), text.size());
  if (equals < text.size()) {
    const auto slot = parse_slot(text.substr(equals + 1));
    if (!slot) throw text::InputError("expected a slot after `=`");
    path.role = slot->role;
    path.types = slot->types;
  }
  for (const std::string_view step : split(text.substr(0, equals), '/')) {
    path.steps.push_back(parse_step(lexicon, step));
  }
  return path;
}

}  // namespace

TreePattern parse_tree_pattern(Lexicon& lexicon,
                               const std::vector<std::string>& words) {
  if (words.empty()) throw text::InputError("a tree begins with its words");
  TreePattern pattern;
  for (const std::string_view set : split(words.front(), '|')) {
    pattern.triggers.push_back(lexicon.set(set));
  }
  for (size_t i = 1; i < words.size(); ++i) {
    pattern.paths.push_back(parse_path(lexicon, words[i]));
  }
  const auto count = [&](Role role) {
    return std::ranges::count_if(pattern.paths, [&](const TreePath& path) {
      return path.role == role && path.types != 0;
    });
  };
  if (count(Role::kSource) != 1 || count(Role::kTarget) != 1) {
    throw text::InputError("a pattern has one S: and one O:");
  }
  return pattern;
}

}  // namespace extract
