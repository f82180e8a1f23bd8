#include "indexer/line_members.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/line_values.h"

namespace indexer {
namespace {

using Json = nlohmann::json;

bool fits(const Json& value, const std::string& name, ArticleField field) {
  if (value.empty() || value == "") return false;
  if (field != ArticleField::kBody) return true;
  return !value.is_number() && !value.is_boolean() &&
         !(value.is_object() && is_wrapper(name));
}

}  // namespace

LineMembers::LineMembers(const Json& line) {
  add(line);
  for (const std::string_view wrapper : wrapper_names()) {
    const auto inner = line.find(wrapper);
    if (inner != line.end() && inner->is_object()) add(*inner);
  }
}

void LineMembers::add(const Json& object) {
  for (const auto& [key, value] : object.items()) {
    if (value.is_null() || key == "_source") continue;
    members_.emplace_back(normal_field_name(key), &value);
  }
}

std::vector<const Json*> LineMembers::all(ArticleField field) const {
  std::vector<const Json*> found;
  for (const std::string_view name : field_names(field)) {
    for (const auto& [key, value] : members_) {
      if (key == name && fits(*value, key, field)) found.push_back(value);
    }
  }
  return found;
}

std::string LineMembers::text(ArticleField field) const {
  const auto found = all(field);
  return found.empty() ? std::string() : to_text(*found.front());
}

std::string LineMembers::prose(ArticleField field) const {
  const auto found = all(field);
  return found.empty() ? std::string() : to_prose(*found.front());
}

std::string LineMembers::longest_prose(ArticleField field) const {
  std::string longest;
  for (const Json* value : all(field)) {
    std::string text = to_prose(*value);
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return longest;
}

std::string LineMembers::some_names() const {
  constexpr size_t kShown = 8;
  std::string names;
  for (size_t i = 0; i < std::min(kShown, members_.size()); ++i) {
    names += (i > 0 ? ", " : "") + members_[i].first;
  }
  return members_.size() > kShown ? names + ", …" : names;
}

}  // namespace indexer
