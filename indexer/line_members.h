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

  // The same of a text that may be in blocks.
  std::string prose(ArticleField field) const;
  // The longest prose of all of them.
  std::string longest_prose(ArticleField field) const;

  // What the members are called, a few of them: `id, nr, kopf, …`.
  std::string some_names() const;

 private:
  void add(const nlohmann::json& object);

  // By normal_field_name().
  std::vector<std::pair<std::string, const nlohmann::json*>> members_;
};

}  // namespace indexer
