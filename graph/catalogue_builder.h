// Numbers the entities and articles of a new graph.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/catalogue.h"

namespace graph {

// Used by one thread, once.
class CatalogueBuilder {
 public:
  void add_entity(EntityId entity) {
    entities_.insert(static_cast<uint64_t>(entity));
  }
  void add_article(text::ArticleId id, std::optional<text::Timestamp> published,
                   std::string_view source);

  // `stories` are those of the articles, in the order in which they were added.
  Catalogue build(const std::vector<text::ArticleId>& stories);

  // The numbers of the articles in the order in which they were added; after
  // build().
  const std::vector<ArticleNumber>& numbers() const { return numbers_; }

 private:
  std::unordered_set<uint64_t> entities_;
  std::vector<Catalogue::Article> articles_;
  std::map<std::string, uint32_t, std::less<>> sources_;
  std::vector<const uint32_t*> article_sources_;  // parallel to articles_
  std::vector<ArticleNumber> numbers_;
};

}  // namespace graph
