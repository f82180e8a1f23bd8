// The members of an article line, by what they mean.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article_fields.h"

namespace indexer {

// The members of a line and of what it wraps; the line must outlive it.
class LineMembers {
 public:
  explicit LineMembers(const nlohmann::json& line);

  // The members for `field` that have a value, the best name first. A text is
  // neither a number nor what an article is wrapped in.
  std::vector<const nlohmann::json*> all(ArticleField field) const;

  // The text of the best of them; empty if there is none.
  std::string text(ArticleField field) const;

  // The longest text of all of them.
  std::string longest_text(ArticleField field) const;

 private:
  void add(const nlohmann::json& object);

  // By normal_field_name().
  std::vector<std::pair<std::string, const nlohmann::json*>> members_;
};

}  // namespace indexer
