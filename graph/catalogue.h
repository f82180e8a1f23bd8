// What the entities and articles of one graph are numbered, so that lists of
// them are short.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/entity_id.h"
#include "graph/period.h"
#include "text/article_id.h"

namespace graph {

// Entities in the order of their keys.
enum class EntityNumber : uint32_t {};
// Articles, the newest first, undated ones last; equals by id.
enum class ArticleNumber : uint32_t {};

// Articles whose number is `begin` or more and less than `end`.
struct ArticleRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool contains(ArticleNumber number) const {
    const auto at = static_cast<uint32_t>(number);
    return at >= begin && at < end;
  }
};

// Safe for any number of threads. Numbers come from the graph itself: all
// functions that take one throw text::StorageError where there is none such.
// Memory: 8 bytes an entity, 28 an article.
class Catalogue {
 public:
  struct Article {
    text::ArticleId id{};
    std::optional<text::Timestamp> published;
    ArticleNumber story{};  // of the article with the story's id
    uint32_t source = 0;    // index into sources()
  };

  Catalogue() = default;
  // `entities` ascending, `articles` in the order of their numbers.
  Catalogue(std::vector<EntityId> entities, std::vector<Article> articles,
            std::vector<std::string> sources);

  size_t entity_count() const { return entities_.size(); }
  size_t article_count() const { return articles_.size(); }
  const std::vector<EntityId>& entities() const { return entities_; }
  const std::vector<Article>& articles() const { return articles_; }
  const std::vector<std::string>& sources() const { return sources_; }

  EntityId entity(EntityNumber number) const;
  std::optional<EntityNumber> find(EntityId entity) const;

  const Article& article(ArticleNumber number) const;
  text::ArticleId story_id(ArticleNumber number) const {
    return article(article(number).story).id;
  }

  // The articles that were published within `period`.
  ArticleRange published(const Period& period) const;

  // When the newest article of a range was published. A date that is more than
  // half a year after those of 99 % of its articles (of all but one, where they
  // are 20 or more) is taken for an error and passed over.
  std::optional<text::Timestamp> newest_report(ArticleRange range) const;
  // The same of all articles.
  std::optional<text::Timestamp> newest_report() const;

  // All stories.
  uint32_t story_count() const { return stories_; }

  // The stories that articles of a range tell, of these sources (by index;
  // empty: any).
  uint32_t count_stories(ArticleRange range,
                         const std::vector<uint32_t>& sources) const;

 private:
  std::vector<EntityId> entities_;
  std::vector<Article> articles_;
  std::vector<std::string> sources_;
  uint32_t dated_ = 0;  // articles with a date
  uint32_t stories_ = 0;
};

}  // namespace graph
